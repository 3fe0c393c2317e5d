"""Text that names the place of another byline is another author's."""

from corpus_cli.text.authorship import PageBylines

HEAD = (
    "蒋思远 江南省江北市供热办主任\n\n江北市的老旧小区都通了暖气。\n\n\n\n"
    "王小明\n\n江南省青石县  \n交通局局长\n\n青石县的桥修好了，桥面能走汽车，桥下能过木\n\n"
)


def asked(right: str) -> bool:
    text = HEAD + right
    return PageBylines(text).another_author(len(HEAD) - 2, len(HEAD))


def test_places_of_another_byline() -> None:
    assert asked("户家家的管道都换了。江北的老人说屋里暖和，江北的孩子也说暖和。")


def test_own_places_no_places_and_one_visit_say_nothing() -> None:
    assert not asked("船，青石的果农从江北和江北以外的地方赶来。")
    assert not asked("船，果农都来看。")
    assert not asked("船，果农从江北来看。")


def test_what_stands_behind_a_break_says_nothing() -> None:
    assert not asked("船，果农都来看。\n\n\n\n江北的老人说，江北暖和。")
    assert not asked("船，果农都来看。\n\n# 江北的暖气\n\n江北的老人说。")


def test_one_byline_is_not_enough() -> None:
    text = "蒋思远 江南省江北市供热办主任\n\n屋里暖和了，管道\n\n也换了，江北江北。"
    at = text.index("管道")
    assert not PageBylines(text).another_author(at + 2, at + 4)


def test_a_gap_parts_where_two_authors_may_go_on() -> None:
    page = PageBylines(HEAD + "\n\n船，果农都来看。")
    assert page.parted(len(HEAD) - 2, len(HEAD) + 2)
    assert not page.parted(len(HEAD) - 2, len(HEAD) - 1)
    alone = HEAD[HEAD.index("王小明") :]
    assert not PageBylines(alone + "\n\n船，果农都来看。").parted(len(alone) - 2, len(alone) + 2)
