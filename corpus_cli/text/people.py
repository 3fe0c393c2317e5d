"""Chinese names of persons: surnames, and what a name looks like on a printed page.

A name shape is weak evidence: 高山 is a mountain and 方面 a word.  Callers ask for more (an office beside it, a
line of its own) before they read a person.  Words that begin like a surname and are no names stand in `NOT_NAMES`.
"""

from __future__ import annotations

import regex

# The hundred family names that nine in ten people bear, then the rarer ones that newspapers print, both scripts.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔"
    "谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷"
    "施洪翟安颜倪温牛俞季章鲁葛毕聂岳齐伍庄涂尚柴欧申柯阮关焦纪左耿游宁尤霍詹祝甘裴窦童古麦柳辛鲍管凌植甄盛凤阳解苗"
    "房单车米邢成项傅练费梅包卫沙屈骆喻谷阎路蓝娄卓裘佟宫鄢冷连薄娜曲滕巩司官冉苟桂丛瞿应宗党桑仇储匡冀封靳晏戚栾邝"
    "舒谌庾隋敖席占蒙蒲木祁景边卞计班丘晋宣翁荆羊惠商牟佘原仲荣郁水代全鞠竺芮嵇糜羿松井巫乌弓隗郗仰伊暴戎祖符刁束蓬"
    "印宿怀邰从鄂索籍咸苍闻莘贡劳逄姬扶堵宰郦雍却璩濮寿通扈燕郏浦农别晁勾敬居衡步都弘国寇广禄阙东沃利蔚越夔隆师厍晓"
    "那简饶空鄞哈谯笪年爱佴缑亢况后有琴战展初楚晨禹海帅邸撒冼揭招区岑辜卜丰伏明臧贝柏强支昝洑钮杭诸滑缪干宓郜黑仝迟"
    "矫修綦郎桓虞蔺訾云張陳劉楊黃趙吳孫馬鄭謝許韓鄧馮蕭葉蘇呂盧鐘譚陸範賈鄒閆龍賀顧龔萬錢嚴湯喬賴龐蘭莊塗歐關紀寧竇"
    "麥單車費衛駱閻婁聶魯畢齊萧於锺沉尧仉邬奚郄宛牧冶逯厉相查召银谈羌勇褚华昌花酆廉乐时皮元平穆湛狄茅闵麻危贲吉荀汲"
    "邴富巴山钭幸韶蓟屠池阴鬱胥郤充慕茹习宦艾鱼容慎暨满殳融阚毋乜巢蒯权盖蔣羅顏鍾鄔簡遊應樂項閔厲儲賓鳳華鄺繆藍韋滿"
    "諸譙溫倉鮑祿聞陽練戈苑芦蘆甯靖"
)
# Surnames that nearly always are words (和平, 经济, 红色): with two signs behind them, where nothing but names stands.
WORD_SURNAMES = frozenset("和经經红紅")
_COMPOUND = """
欧阳 司马 上官 诸葛 司徒 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司空 轩辕 端木 独孤
南宫 呼延 申屠 澹台 拓跋 赫连 完颜 闻人 钟离 淳于 单于 太史 公冶 濮阳 西门 万俟 鲜于 闾丘
仲孙 百里 东郭 第五 梁丘 左丘 谷梁 叶赫 那拉 爱新 觉罗 纳兰 歐陽 諸葛 東方 長孫
"""
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())

# Common words of two to four signs that begin with a surname; a title or a caption must not become a person.
_WORDS = """
方面 方式 方法 方案 方向 方便 安全 安徽 安排 安心 安定 高度 高级 高等 高尚 高速 高效 高地 高校 高新 高原 高铁 高山
高考 金融 金属 金额 金牌 文化 文明 文件 文章 文学 文艺 文字 文物 文献 文史 文教 文旅 关于 关键 关系 关心 关注 关怀
关爱 成果 成立 成功 成员 成绩 成就 成效 成长 成都 单位 单独 常委 常务 常见 常态 程度 程序 万事 万众 万家 石油 石家庄
江苏 江西 江山 江南 江河 马上 马路 白色 白天 黄河 黄山 黄金 毛病 史料 史实 施工 施行 应对 应当 应用 应急 宣传 宣布
宣言 党委 党建 党员 党组 党政 党课 党史 党校 水平 水利 水库 水务 明天 明确 明显 全国 全面 全体 全市 全省 全县 全部
全力 全球 全民 全程 全域 全新 从严 从事 从此 国家 国际 国防 国土 国庆 国学 国资 广东 广西 广大 广泛 广场 广播 广告
东北 东方 东部 强化 强调 强国 强力 强大 支持 支部 支援 商务 商业 商品 农业 农村 农民 农历 农场 计划 计算 计生 路线
路上 路径 路灯 项目 车站 车间 车辆 司法 司机 司令 利用 利益 利民 相关 相信 相对 年度 年轻 年代 年会 后来 后记 后勤
有关 有效 有力 有序 有机 展开 展望 展示 展览 展现 初心 初步 初中 初春 初夏 初秋 海洋 海外 海南 海军 海关 修养 修订
修改 温暖 温度 温州 盛大 盛会 房屋 房子 解决 解放 解读 解析 边疆 边境 边区 封面 封底 包括 包头 包容 通过 通知 通讯
通信 通报 通联 连续 连接 连云港 柳州 桂林 桂花 景观 景德镇 席卷 符合 居民 居住 别人 都市 东西 越来越 隆重 师生 师资
师范 简单 简介 简报 简讯 空间 空气 空军 爱国 爱心 爱情 爱护 明年 丰富 丰收 卫生 卫星 卫士 卫健 印象 印发 印刷 易于
古代 古老 古城 古建 宁夏 宁波 武汉 武器 武装 武警 武术 康复 康养 苏州 苏区 徐州 杭州 梅州 沙漠 沙龙 贺信 贺词 贺年
贺电 童年 童谣 童心 祝福 祝贺 祝愿 游客 游戏 游览 管理 管控 管护 管制 孔子 孟子 庄子 钱币 钱包 雷达 龙头 龙年 龙舟
田野 田间 田园 田径 林业 林区 林地 林场 洪水 洪峰 汪洋 严格 严肃 严厉 严重 严禁 季度 季节 章程 章节 段落 侯车 申请
申报 申办 申论 阳光 阳台 阳历 焦点 焦虑 游泳 尤其 甘肃 甘蔗 凌晨 梅花 梅雨 包装 费用 费率 蓝天 蓝图 蓝色 蓝领 谷物
冷链 冷静 曲艺 官员 官方 官兵 官网 祖国 祖先 乌鲁木齐 乌海 木材 木工 景区 景色 丘陵 晋城 晋级 荣誉 荣获 荣耀 代表
代码 代价 代理 代办 米饭 米粉 成本 成人 成语 应届 计量 向前 向上 向导 向往 向着 于是 于今 何时 何地 何以 何为 何人
何必 何处 任务 任何 任期 任命 任职 任免 余地 余额 曾经 曾任 谢谢 许多 许可 常常 常年 周年 周边 周围 周末 周刊 周报
周期 周一 周二 周三 周四 周五 周六 周日 沈阳 程控 原因 原则 原来 原创 原文 原载 原料 毕业 毕竟 石头 石化 兰州 兰花
段位 史书 史诗 左右 左侧 钟表 钟声 钟楼 万里 万元 万人 万岁 万古 白酒 白领 黑龙江 江湖 江北 江东 马拉松 马车 马匹
马术 高粱 高峰 高层 高温 高职 高中 高台 高音 高超 高清 高楼 高端 高标准 高质量 高水平 金色 金秋 金黄 金华 金奖 金杯
明代 明清 明星 明亮 明珠 国内 国外 国王 国民 国歌 国旗 国企 国道 国画 国税 国宝 国产 农药 农垦 农牧 农行 农户 农贸
农具 农田 文本 文稿 文集 文坛 文体 文科 文昌 文创 文博 文联 文苑 文摘 文汇 司局 宣讲 宣示 宣誓 党章 党报 党费 党性
党风 应邀 应变 通告 通用 通道 通俗 通常 通州 通风 通车 连队 连线 连载 连环画 解说 解答 解剖 解除 解释 边防 计策 年鉴
年报 年终 年级 年初 年底 年货 年画 修复 修建 修理 商场 商会 商城 商铺 商贸 商标 晨报 晨练 晨光 晨读 展区 展厅 展会
展演 展品 展馆 海口 海上 海底 海边 海报 海域 海岸 海事 海岛 海港 海运 海鲜 支付 支撑 支行 支队 强军 强烈 强县 强省
强势 越剧 越野 越南 广州 广元 广安 广电 广角 东莞 东营 东京 东亚 东南 东风 东海 利率 利润 利好 师傅 师德 师长 空中
空调 空白 空港 空运 索引 籍贯 闻名 劳动 劳务 劳模 劳保 寿命 寿险 别墅 别致 步骤 步行 步兵 步伐 居委会 雍容 燕山 燕京
浦东 步入 敬老 敬业 敬礼 况且 琴声 战略 战争 战士 战斗 战场 战疫 战友 战役 帅气 明日 贝壳 柏林 柏油 诸多 干部 干警
干群 干净 干旱 黑色 黑恶 黑白 迟到 虞城 云南 云端 云计算 相互 相册 相声 查处 查询 查看 查办 召开 召集 银行 银川 银色
谈话 谈判 谈心 那么 那里 那些 那时 勇敢 勇于 勇气 勇士 牧区 牧民 牧业 牧羊 沉重 沉淀 沉浸 厉害 厉行 咸阳 咸宁 怀化
怀柔 怀念 从容 从未 从头 从业 印度 印尼 伏羲 舒适 舒心 舒兰 松花江 松原 木兰 木匠 席位 占地 占领 封闭 宗教 宗旨 桑树
储备 储存 戚墅堰 仇恨 左翼 辛苦 辛亥 辛勤 管道 管委会 柳树 鲍鱼 凌云 古巴 古籍 古镇 古树 古典 古诗 古今 古人 麦田
麦收 米兰 房产 房地产 童话 康定 康熙 康乐 康健 汤圆 汤药 武夷山 武昌 戴上 钱塘 钱塘江 孔雀 孔庙 严冬 严防 严打 严惩
严控 严查 严管 常州 常熟 常德 常规 常识 常设 常备 常驻 乔木 乔迁 易地 易拉罐 施政 施肥 施策 温馨 温泉 温室 温情 温带
牛奶 牛羊 牛年 牛肉 季风 季军 章丘 岳阳 齐鲁 齐全 齐心 庄严 庄园 庄稼 涂料 尚未 尚需 柴油 柴火 欧洲 欧盟 欧美 申城
申遗 申花 关联 关切 关节 关中 关山 焦炭 焦作 纪念 纪律 纪委 纪检 纪实 纪录 耿直 游行 游园 游子 宁静 尤为 江城 江海
江边 江畔 石刻 石窟 石材 石桥 金沙江 金山 金门 金陵 夏天 夏季 夏日 夏令营 夏粮 夏收 夏至 方舱 方言 方圆 方寸 白云
白山 白银 白露 孟春 孟加拉 秦岭 秦皇岛 秦汉 侯爵 江淮 江岸 雷雨 雷电 雷州 龙江 龙岩 龙门 龙泉 史记 史前 史学 史册
陶瓷 陶器 陶艺 陶冶 毛巾 毛衣 顾问 顾客 顾虑 龚滩 邵阳 邵武 武威 武清 万象 万物 万名 万亩 万州 万户 万分 毛利 叶子
程式 苏联 苏绣 丁香 任凭 卢沟桥 沈北 姜汤 范围 范例 范文 范本 范畴 石榴 徐徐 孙子 孙女 马来西亚 朱红 朱砂 胡同 胡琴
胡杨 胡乱 何况 林荫 林木 高潮 罗马 罗列 罗湖 郑重 郑州 梁山 梁柱 宋代 宋朝 宋词 唐代 唐朝 唐诗 唐山 唐装 许昌 许诺
韩国 韩语 彭水 曾祖 肖像 田地 田赛 董事 董事会 董事长 潘家园 袁州 蔡甸 余下 余姚 余杭 于都 杜绝 杜鹃 叶绿素 魏晋
戈壁 戈壁滩 芦苇 芦荟 芦山 芦花 芦笋 靖江 靖国 靖边 靖西 苑区
王国 王朝 王府井 王者 王子 李子 张家界 张家口 张贴 张开 刘海 陈列 陈述 陈旧 陈设 杨柳 杨树 杨梅 黄土 黄海 黄浦 黄昏
黄石 黄冈 黄酒 赵州桥 吴江 吴中 周至 周全 周密 周折 周转 徐汇 马鞍山 马尾 马里
"""
NOT_NAMES = frozenset(_WORDS.split())
# Heads that printers space out just as they space a name: 后　记.
_SPACED_HEADS = frozenset(
    ("后记", "简介", "通知", "通告", "通报", "章程", "文摘", "年鉴", "简讯", "索引", "宣言", "周刊")
)
NEVER_GIVEN = frozenset(
    "的了是在和与及等为把被从对将或但而且着过吗呢吧啊很都也又就才并之其这那哪们第个各每某该此我你他她它您谁"
)

_DOTTED = regex.compile(r"\p{Han}{1,6}(?:[·•・‧∙]\p{Han}{1,6}){1,3}")
_DOTS = frozenset("·•・‧∙")
LONGEST_SPACED = 8
_SPACED = regex.compile(r"(\p{Han}{1,2})[ \u00a0\u2000-\u200a\u3000]{1,4}(\p{Han}{1,2})")
_PLAIN = regex.compile(r"\p{Han}{2,4}")


def surname(text: str) -> str:
    """Return the surname that `text` begins with, the longest one, or "" when it begins with none."""
    if text[:2] in COMPOUND_SURNAMES:
        return text[:2]
    return text[:1] if text[:1] in SURNAMES else ""


def plain_name(text: str) -> str:
    """Return a printed name without the blanks that justify it: `高　山` is 高山."""
    return "".join(text.split())


def is_name(text: str, *, loose: bool = False) -> bool:
    """Return whether `text` has the shape of a Chinese name of a person.

    A surname and one or two more signs (`高　山`, 欧阳明月), or a name of parts with middle dots (买买提·艾力).
    Blanks are allowed only between surname and given name, as printers set names of two signs.  Common words
    are refused (方面, 高度), unless `loose` says that the place is one where only names stand (after 记者/); there
    alone 和, 经 and 红 are surnames.

    >>> is_name("蒋思远"), is_name("高　山"), is_name("高度"), is_name("从严治党")
    (True, True, False, False)
    >>> is_name("和志强"), is_name("和志强", loose=True)
    (False, True)
    """
    if not _DOTS.isdisjoint(text) and _DOTTED.fullmatch(text):
        return NEVER_GIVEN.isdisjoint(text)
    spaced = _SPACED.fullmatch(text) if 3 <= len(text) <= LONGEST_SPACED else None
    name = spaced[1] + spaced[2] if spaced else text
    family = surname(name) if 2 <= len(name) <= 4 else ""
    if not family and loose and len(name) == 3 and name[0] in WORD_SURNAMES:
        family = name[0]
    if not family or (spaced and spaced[1] != family) or not _PLAIN.fullmatch(name):
        return False
    common = not loose and name in (_SPACED_HEADS if spaced else NOT_NAMES)
    return not common and _is_given(name[len(family) :], family)


def _is_given(given: str, family: str) -> bool:
    # Two surnames and a given name make four signs; such names are rare and look like common phrases.
    return 1 <= len(given) <= 2 and NEVER_GIVEN.isdisjoint(given)
