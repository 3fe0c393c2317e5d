"""Words that tell a speaker's label from a field name: offices, parts in a talk, honorifics, names of fields."""

from __future__ import annotations

import regex

# Who takes part in a talk without being named: simplified Chinese, then other languages in small letters.
PARTS_HAN = frozenset(
    "主持人 主持 记者 采访者 采访人 受访者 被访者 问 答 发言人 嘉宾 观众 听众 学生 同学 老师 家长 编辑 编者 "
    "编导 本刊 本报 本报记者 本刊记者 "
    "提问 提问者 回答 回答者 来宾 代表 旁白 众 众人 合 齐 网友 翻译 口译 司仪 导演 甲 乙 丙 丁 男 女 访谈者 "
    "调解员 审判长 原告 被告 辩护人 原告代理人 被告代理人 委托代理人 审判员 "
    "人民陪审员 陪审员 鉴定人 法警 司会 司会者 闻き手 质问者 参加者 "
    "公诉人 被告人 证人 检察官 法官 书记员 律师 医生 患者 客服 客户 问者 答者 某 评论员 播音员 主播 画外音 "
    "解说 群众 村民 师 生 师生 大家 全体".split()
)
PARTS = frozenset(
    "q a question answer interviewer interviewee moderator host guest narrator chorus all both reporter "
    "audience speaker "
    "operator announcer unidentified participant facilitator presenter student teacher translator interpreter "
    "witness "
    "counsel court judge clerk caller voice voices journalist correspondent therapist client doctor patient various "
    "question: réponse journaliste animateur animatrice tous choeur chœur le chœur toutes ensemble voix "
    "question entretien "
    "frage antwort moderator moderatorin interviewer alle beide chor chorus stimme stimmen zuruf "
    "pregunta respuesta entrevistador entrevistadora entrevistado moderador moderadora todos coro voz "
    "domanda risposta intervistatore intervistatrice moderatore tutti voce giornalista "
    "pergunta resposta entrevistador repórter moderador todos coro voz "
    "dziennikarz dziennikarka prowadzący prowadząca pytanie odpowiedź vraag antwoord presentator presentatrice "
    "fråga svar "
    "intervjuare programledare spørgsmål kysymys vastaus toimittaja haastattelija soru cevap sunucu muhabir ερώτηση "
    "απάντηση δημοσιογράφος otázka odpověď moderátor redaktor redaktorka kérdés válasz újságíró riporter "
    "питання відповідь "
    "ведучий ведуча кореспондент pewawancara narasumber hỏi đáp tanya jawab întrebare răspuns pitanje odgovor "
    "otázka odpoveď klausimas atsakymas jautājums atbilde küsimus въпрос отговор водещ "
    "вопрос ответ ведущий ведущая корреспондент журналист все хор голос голоса модератор интервьюер".split()
) | {"phóng viên", "nhà báo", "người dẫn chương trình", "pani redaktor", "pan redaktor"}
# A word of office that a Chinese title ends in, simplified script; longest forms need no place of their own.
OFFICE_ENDS = (
    "师傅 大爷 大妈 大叔 大娘 大婶 大嫂 "
    "委员 部长 次长 署长 局长 处长 司长 院长 校长 市长 县长 州长 省长 乡长 镇长 区长 村长 会长 理事长 董事长 "
    "秘书长 书记 主席 主任 组长 科长 课长 "
    "队长 所长 馆长 厂长 行长 台长 社长 团长 军长 师长 议长 议员 代表 总裁 总理 总经理 经理 总监 总统 监事 "
    "监事长 理事 董事 教授 研究员 专员 参事 "
    "参谋 参谋长 司令 司令员 秘书 顾问 律师 法官 检察官 检察长 审计长 大使 公使 领事 执行长 召集人 主持人 "
    "发言人 主委 政委 执秘 专委 主计长 主播 "
    "老师 医师 医生 博士 先生 女士 小姐 同学 同志 上将 中将 少将 上校 将军 调查官 总干事 干事 工程师 庭长 "
    "会计师 分析师 合伙人 执行官 首席 站长 "
    "党委书记 编审 审判长 审判员 书记员 技师 设计师 作家 导演 编剧 记者 主编 编辑 校友 创始人 负责人 负责同志 "
    "学者 专家 讲师 院士 总长 阁揆 首相 "
    "大臣 法王 主教 牧师 神父 法师 司长 政务官 常务 特首 行政长官 专门委员 立委 参议 佥事 协理 襄理 组员 课员 "
    "股长 政务司司长 "
    "财政司司长 律政司司长 副总 总编辑 总工 总工程师 教练 队员 球员 班长 系主任 首长 事务官".split()
)
# How relatives call each other: parts in a sketch or a story told in turns.
KIN_HAN = frozenset(
    "爷爷 奶奶 外公 外婆 姥姥 姥爷 爸爸 妈妈 爸 妈 父亲 母亲 哥哥 姐姐 弟弟 妹妹 儿子 女儿 丈夫 妻子 老伴 叔叔 "
    "婶婶 阿姨 "
    "舅舅 姑姑 大妈 大爷 大娘 大叔 大嫂 嫂子 孙子 孙女 媳妇 女婿 婆婆 公公 岳父 岳母 老头 老太太 小孩 孩子 "
    "老旦 小生 花旦 青衣 老生 武生 武旦 小旦 正旦 正末 净 丑 旦 末".split()
)
# Names of fields that stand before a colon and never speak; simplified script.
FIELDS_HAN = frozenset(
    "解 证 证明 分析 点评 例题 练习 主料 辅料 调料 配料 做法 食材 甲方 乙方 丙方 收件人 寄件人 订阅 投稿 定价 "
    "成分 功能主治 用法用量 不良反应 禁忌 注意事项 贮藏 包装 有效期 批准文号 生产企业 主治 用法 用量 增删理由 "
    "修正理由 "
    "时间 地点 日期 出席 列席 缺席 请假 记录 纪录 出席者 列席者 出席委员 列席委员 请假委员 列席官员 出席人员 "
    "列席人员 缺席人员 提案人 连署人 附议人 "
    "说明 决议 决定 案由 备注 注 附注 附件 附录 摘要 关键词 关键字 作者 编者 译者 题目 标题 主题 来源 资料来源 "
    "图 表 图片 图说 摄影 文 撰文 "
    "撰稿 责任编辑 责编 审核 校对 编辑 地址 电话 传真 邮编 网址 邮箱 单位 姓名 性别 年龄 职业 籍贯 学历 价格 "
    "数量 规格 型号 品牌 产地 用途 "
    "性能 特点 优点 缺点 原因 结果 结论 目的 意义 方法 步骤 例 例如 比如 譬如 如下 如 即 又 另 问题 要点 重点 "
    "难点 概况 概述 简介 介绍 背景 经过 总结 "
    "小结 建议 意见 提示 注意 要求 条件 范围 内容 相关人物 人物 参与者 参加者 参加人员 与会人员 与会者 主办 "
    "主办单位 承办 承办单位 协办 协办单位 "
    "功能团体 地方选区 选举委员会 赞成 反对 弃权 表决结果 议程 议题 讨论事项 报告事项 临时动议 散会 休息 下午 "
    "上午 附 附记 按 编者按 导语 "
    "第一 第二 第三 第四 第五 首先 其次 再次 最后 一是 二是 三是 总之 此外 另外 同时 答案 解析 参考文献 引文 "
    "参考 参见 见 链接 阅读 "
    "一等奖 二等奖 三等奖 特等奖 金奖 银奖 铜奖 优秀奖 冠军 亚军 季军 导演组 主演 监制 出品人 制片人 编剧 作词 "
    "作曲 演唱 "
    "专门委员 主任秘书 简任秘书 简任编审 科长 专员 提案 条文 审查会 主旨 依据 公告事项 发文日期 发文字号 "
    "受文者 正本 副本 会议时间 会议地点 "
    "主席团 召集委员 主 席 出席人 列席人 主持者 会议主席 记录人 记录员 主讲人 主讲 策划 统筹 文字 视频 剪辑 "
    "配音 美编 排版 设计 制图 供图".split()
)
FIELDS = frozenset(
    "date time place location venue present absent attendance attendees participants apologies subject re "
    "topic title "
    "author authors editor source sources note notes nota notes: example examples figure fig table chapter "
    "section article "
    "part act scene appendix annex summary abstract keywords introduction conclusion results methods references "
    "bibliography contents index page pages volume number vol no item items agenda minutes action motion resolution "
    "decision vote votes ayes noes yeas nays total to from cc bcc sent attachments dear address phone "
    "telephone tel fax "
    "email e-mail website url http https isbn issn doi price cost size weight color colour name age sex gender job "
    "occupation education experience skills hours ingredients directions instructions method serves yield "
    "preparation "
    "warning caution important tip tips hint remember ps p.s nb n.b eg e.g ie i.e viz namely first second "
    "third firstly "
    "secondly finally however therefore moreover thus also and but or so if then result reason purpose "
    "objective goal "
    "goals step steps option options pros cons definition usage synonyms translation etymology see tags category "
    "categories filed posted updated published copyright license version status priority type description details "
    "setting characters cast persons personen dramatis personae time: where when what why how which who "
    "chairman's fecha hora lugar asunto tema título autor fuente resumen ejemplo nota capítulo sección "
    "artículo acto escena "
    "orden votos total lieu heure objet sujet titre auteur source résumé exemple remarque chapitre acte scène "
    "présents "
    "excusés absents data ora luogo oggetto titolo autore fonte esempio capitolo atto scena datum ort zeit betreff "
    "thema titel autor quelle beispiel anmerkung hinweis kapitel abschnitt akt szene aufzug auftritt anwesend "
    "abwesend "
    "дата время место тема автор источник пример примечание глава раздел акт сцена действие явление повестка итого "
    "присутствовали отсутствовали "
    "classifier classifiers maintainer platform info warn error debug trace fatal critical notice "
    "files copyright license licence format comment comments upstream-name files-excluded disclaimer stability "
    "returns "
    "features changes commits fixes requirements installation prerequisites deprecations parameters arguments "
    "proof solution remark theorem lemma definition corollary exercise verse bridge intro outro hook refrain "
    "default".split()
)
# Cries and answers that begin a line of dialogue; as labels they would steal the speech of their speaker.
CRIES = frozenset(
    "ok okay yeah yes no oh ah well right sure exactly hello hi bye thanks sorry please wow hmm mm mhm uh um "
    "hey alas nay aye "
    "ay amen good great fine never nothing come go ha hush silence peace farewell welcome enough indeed "
    "perhaps maybe "
    "ja nein nun ach o nichts gut also doch wie was wer wo still halt komm gewiß freilich genug danke bitte so "
    "oui non eh bien ah hélas quoi comment allons voilà merci rien sí no bueno vale gracias nada ay pues vamos claro "
    "sì bene grazie niente ahimè sim não bem obrigado grazas ben bos да нет ну ах что как ничего хорошо так ой "
    "эх".split()
)
# Titles before a name; with them goes nearly always a person or an office holder.
HONORIFICS = frozenset(
    "Mr Mrs Ms Miss Mister Madam Madame Sir Dame Lord Lady Baroness Baron Viscount Earl Dr Prof Professor "
    "Senator Sen Rep Representative Congressman Congresswoman Justice General Gen Col Colonel Capt Captain "
    "Admiral Judge Rev Reverend Hon Ambassador Secretary Chairman Chairwoman Chair M MM Mme Mmes Mlle Herr "
    "Frau Abg Abgeordneter Abgeordnete señor señora señorita Señor Señora Sr Sra Sres senhor senhora Senhor "
    "Senhora Sr.ª Sr.a Dom Don Doña Dona signor signora Signor Signora Sig On onorevole Onorevole Deputado "
    "Deputada Diputado Diputada Senador Senadora Депутат Господин Госпожа Г-н Г-жа Pan Pani Pán Paní Herra "
    "Rouva Hr Fru Mevrouw Mijnheer heer mevrouw Domnul Doamna Monsieur Ông Bà MR MRS MS MISS SR SRA SHRI SHRIMATI SMT "
    "Shri Shrimati Smt MADAM SIR LORD "
    "LADY DR HON SENATOR REPRESENTATIVE JUDGE "
    "JUSTICE GENERAL".split()
)
ARTICLES = frozenset("The THE El La Le O A Il Lo Los Las Der Die De Right Rt Rt. Hon Hon. Honourable Honorable".split())
HONORIFIC = regex.compile(
    r"(?:(?:The|THE|El|La|Le|O|A|Il|Lo|Los|Las|Der|Die|De)\s+)?"
    r"(?:Right\s+|Rt\.?\s+)?(?:Hon(?:ourable|orable|\.)?\s+)?"
    r"(?:"
    + "|".join(sorted(map(regex.escape, HONORIFICS), key=lambda word: (-len(word), word)))
    + r")(?=[.\s])\.?[ªº]?\.?\s*"
)
ARTICLE = regex.compile(r"(?:(?:The|THE|EL|LA|LE|DER|DIE|El|La|Le|O|A|Il|Lo|Der|Die|Den|De)\s+|L['’]\s*)(?=\p{L})")
# Words that join the parts of a Latin name or title and are printed small.
PARTICLES = frozenset(
    "of the and for pro tempore de del della delle dei degli di da do das dos du des la le les los las el y e "
    "i et und "
    "van von der den dem des zu zum zur af av na no nas nos en em a à au aux in im am bin ibn al ter ten te d "
    "l ed pour "
    "para por per с и из на в о от по señor señora senhor senhora signor signora ministre président présidente".split()
)
CLAUSE_SIGNS = frozenset("的了是在和与及把被我你您他她它这那哪吗呢吧啊就也都还很不没将为从对以其则并但而着使让请")
# What a report of speech ends in before its quotation: 他说：“…”
SPEECH_VERBS = tuple("说道曰称云问答喊叫笑叹骂")
STAGE_NOTES = frozenset(
    "笑 大笑 苦笑 哭 掌声 鼓掌 起立 停顿 沉默 音译 化名 匿名 笑声 众笑 插话 打断 点头 摇头 补充 翻译 同声传译 "
    "英语 视频 录音 连线 电话 "
    "以下简称 下同 代 续 右 左 中 图 书面".split()
)
# Tags of markup that stand where a chat prints <nickname>.
TAGS = frozenset("p b i u a br li ul ol td tr th dl dt dd hr em h1 h2 h3 h4 div span item note pre code tt img".split())
# Words that the names of header lines are made of: Author-email, Content-Type, Requires-Dist.
HEADER_WORDS = frozenset(
    "version url email mail license expression type id page python extra dist file files name encoding language agent "
    "host length control date to from path authors author contents site repository status code key transfer".split()
)
