"""Offices: the words that end one, the bodies and places it names.

A Chinese office runs from the large to the small and ends in the office itself: 江南省江北市公安局党委书记、局长.
That end is what tells it from a sentence or a title, so every test here looks at the end first.
"""

from __future__ import annotations

from functools import lru_cache

import regex


def _choice(words: str) -> str:
    """Return a pattern for one of the words, longer ones first."""
    return "|".join(sorted(set(words.split()), key=lambda word: (-len(word), word)))


_HEADS = (
    "局廳厅處处科部院校行会會馆館所站社庭队隊团團组县市省区區镇鎮乡村州股室署司台店厂场矿段园班排连营旅师军盟旗警船"
)
_ENDS = """
书记 博导 硕导 支书 主席 主任 委员 常委 政委 教授 研究员 记者 编辑 主编 总编 编审 通讯员 撰稿人 评论员 观察员 工程师
经济师 会计师 审计师 统计师 农艺师 畜牧师 兽医师 规划师 建筑师 设计师 律师 医师 药师 护师 教师 讲师 教练 导师 经理 总裁
总监 董事 监事 理事 顾问 干事 助理 专员 巡视员 调研员 督察 督学 督导 科员 主管 主办 代表 议员 发言人 负责人 院士
学者 专家 博士 博士后 博士生 硕士 硕士生 研究生 作家 诗人 画家 书法家 艺术家 企业家 法官 检察官 审判员 书记员 检察员
警官 民警 司令员 司令 参谋 指导员 教导员 大使 公使 参赞 领事 总理 总统 参事 馆员 秘书 会员 成员 志愿者 秘书长 董事长
理事长 理事長 监事长 检察长 参谋长 议长 行长 总长 关长 侍郎 公务员 工作人员 医生 教官 翻译 编剧 导演 摄影 站务员 特派员
干部 職員 書記 主任委員 委員 記者 編輯 研究員 議員 局長 廳長 處長 科長 部長 院長 校長 行長 會長 館長 所長 站長 社長
秘書長 董事長
"""
OFFICE_END = regex.compile(rf"(?:[{_HEADS}][长長]|{_choice(_ENDS)})\Z")
_LONGEST_END = max(map(len, _ENDS.split()))

_LAST_SIGNS = frozenset(end[-1] for end in _ENDS.split()) | frozenset("长長）)")

# What may stand inside an office; a sentence has other signs.
_OFFICE_SIGNS = regex.compile(r"[\p{Han}\p{Nd}A-Za-z·•・、,，（）()“”〈〉《》.\-—/ \u3000]{2,90}")
_LIST_COMMA = regex.compile(r"[、，,；;]")
_TAIL_BRACKET = regex.compile(r"[（(][^（）()]{1,12}[）)]\Z")
# Words no office has, but clauses that end like one: 听取人大代表, 选举产生的委员.
_CLAUSE = regex.compile(
    r"图[为中]|[的了是在着吗呢吧致做让向给被把请]|不[能会要可应]|[我你他]们|成为|担任|当选|出任|就任|任命|表示|指出|强调|认为|介绍|要求|"
    r"会见|看望|慰问|听取|接受|联系|[每一二两三四五六七八九十百千几多各][个位名]|广大|全体|\p{Nd}+[名位个]|争当|选出|涌现|辞去|[历现曾]任|前往"
)
_ORGANISATIONS = """
委员会 联合会 研究会 研究院 研究所 研究中心 办公室 法院 检察院 政府 党组 党委 政法委 纪委 市委 县委 省委 区委 州委
工委 党校 大学 学院 中学 小学 医院 银行 公司 集团 协会 学会 商会 总会 工会 中心 支队 大队 总队 电视台 广播台 出版社
编辑部 杂志社 报社 日报 晚报 晨报 导报 周刊 图书馆 博物馆 档案馆 文化馆 纪念馆 美术馆 科技馆 幼儿园 事务所 开发区
管委会 街道 办事处 常委会 人大 政协 组织部 宣传部 统战部 政治部 局 厅 部 院 会 馆 所 站 社 室 处 科 办 校 台 厂 场
省 市 县 区 州 盟 旗 镇 乡 村
"""
_LAST_OF_PARTS = frozenset(word[-1] for word in _ORGANISATIONS.split()) | frozenset("、，,")
ORGANISATION_END = regex.compile(rf"(?:{_choice(_ORGANISATIONS)})\Z")
_LONGEST_ORGANISATION_END = max(map(len, _ORGANISATIONS.split()))

_PROVINCES = """
北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南
陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门
"""
PROVINCES = tuple(_PROVINCES.split())
_PROVINCE = regex.compile(rf"({'|'.join(PROVINCES)})(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)?")
_PEOPLES = (
    "(?:[壮回藏苗彝瑶侗傣黎畲土满白]族?|维吾尔|哈萨克|蒙古|朝鲜|土家|布依|哈尼|傈僳|纳西|景颇|柯尔克孜|撒拉|东乡|锡伯|族)*"
    "(?:自治区|自治州|自治县|自治旗)"
)
_PLACE = regex.compile(
    rf"(\p{{Han}}{{2,7}}?)(?:{_PEOPLES}|特别行政区|地区|新区|矿区|林区|省|市|县|区|州|盟|旗|镇|乡)(?!长)"
)
_NOT_IN_PLACE = frozenset("委局厅部院会党政副、，府馆社")
_PAPER = regex.compile(r"(\p{Han}{2,4}?)(?:日报|晚报|晨报|早报|广播电视|都市报|电视台|融媒体|法治报|法制报|商报)")

_RANK = regex.compile(r"(?:第[一二三四]|常务|党组|党委|执行|高级|主任|首席|特约|助理|代理|原|总|副|正)*$")

# Bodies whose members write about their own work; the word stands in office and text alike.
_FIELDS = """
公安 检察 法院 审判 政法 司法 监狱 纪检 监察 税务 财政 审计 水利 农业 林业 教育 卫生 医院 民政 环保 生态环境 交通
铁路 电力 统计 档案 图书馆 博物馆 文化 旅游 体育 科技 宣传 统战 组织 工会 妇联 共青团 消防 应急 气象 海关 邮政 银行
保险 证券 信访 编制 民族 宗教 侨务 外事 国资 住建 自然资源 市场监管
"""
FIELDS = tuple(_FIELDS.split())


def office_end(text: str) -> regex.Match[str] | None:
    """Return the word of office that `text` ends in, None where it ends in none.

    >>> office_end("江南省江北市公安局局长")[0]
    '局长'
    """
    return OFFICE_END.search(text, max(0, len(text) - _LONGEST_END))


def organisation_end(text: str) -> regex.Match[str] | None:
    """Return the word for a body or a place that `text` ends in, None where it ends in none.

    >>> organisation_end("江南省作家协会")[0]
    '协会'
    """
    return ORGANISATION_END.search(text, max(0, len(text) - _LONGEST_ORGANISATION_END))


def is_office(text: str) -> bool:
    """Return whether the whole of `text` reads as an office: it ends in an office word and holds no clause.

    >>> is_office("江南省江北市委常委、政法委书记"), is_office("听取人大代表"), is_office("经济持续增长")
    (True, False, False)
    """
    text = text.strip()
    if text[-1:] not in _LAST_SIGNS:
        return False
    if text[-1] in "）)":
        text = _TAIL_BRACKET.sub("", text).rstrip()
    return bool(office_end(text) and _OFFICE_SIGNS.fullmatch(text) and not _CLAUSE.search(text))


def is_office_part(text: str) -> bool:
    """Return whether `text` may be the first part of an office that goes on in the next line.

    It ends in a list comma or in a body or place: 江北市公安局党委委员、 or 江北市 or 江南省作家协会.
    """
    text = text.strip()
    if len(text) > 40 or text[-1:] not in _LAST_OF_PARTS or not _OFFICE_SIGNS.fullmatch(text) or _CLAUSE.search(text):
        return False
    return text[-1] in "、，," or bool(organisation_end(text))


@lru_cache(maxsize=4096)
def places(office: str) -> tuple[str, ...]:
    """Return the names of the places an office is tied to, without 省, 市, 县 and the like, large ones first.

    >>> places("江西省赣南市副市长、市公安局局长")
    ('江西', '赣南')
    """
    found: list[str] = []
    for part in _LIST_COMMA.split(office):
        found += [name for name in _places_of(part) if name not in found]
    return tuple(found)


def organisation(office: str) -> str:
    """Return the body that an office belongs to: the text before the rank and the office word of its first part.

    >>> organisation("江北市委政法委常务副书记"), organisation("江北市副市长、市公安局局长")
    ('江北市委政法委', '江北市')
    """
    part = _LIST_COMMA.split(office)[0]
    end = office_end(part)
    body = _RANK.sub("", part[: end.start()]) if end else part
    if end and end[0][-1] in "长長" and len(end[0]) == 2 and end[0][0] not in "秘董理监检参议":
        # 公安局局长 gives 公安局, 市长 gives the town itself
        return str(body if organisation_end(body) else body + end[0][0])
    return str(body)


def fields(office: str) -> tuple[str, ...]:
    """Return the words of `FIELDS` that stand in an office."""
    return tuple(field for field in FIELDS if field in office)


def _places_of(part: str) -> list[str]:
    found = []
    at = 0
    province = _PROVINCE.match(part)
    if province:
        found.append(province[1])
        at = province.end()
    while place := _PLACE.match(part, at):
        if _NOT_IN_PLACE.intersection(place[0]):
            break
        found.append(place[1])
        at = place.end()
    paper = _PAPER.match(part)
    return found or ([paper[1]] if paper else [])
