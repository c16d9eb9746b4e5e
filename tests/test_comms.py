"""Comms: targets, messages, info."""


def test_a_comm_to_an_unknown_target_is_closed(kernel):
    opened = kernel.send("shell", "comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
    assert kernel.published(opened, "comm_close")["comm_id"] == "c1"


def test_comm_info_lists_open_comms_with_a_status(kernel):
    reply = kernel.request("shell", "comm_info_request", {})
    assert reply["status"] == "ok"
    assert reply["comms"] == {}


def test_messages_to_a_comm_that_is_not_open_are_ignored(kernel):
    kernel.send("shell", "comm_msg", {"comm_id": "never", "data": {"x": 1}})
    kernel.send("shell", "comm_close", {"comm_id": "never", "data": {}})
    kernel.assert_alive()
