"""The wire: transports, encryption, frames that don't belong there."""

import json

import zmq


def test_ipc_transport(fresh_kernel):
    kernel = fresh_kernel(transport="ipc")
    assert kernel.run("1 + 1").text == "2"
    kernel.shut_down()


def test_curve_encryption(fresh_kernel):
    kernel = fresh_kernel(encryption="required")
    connection = json.loads(open(kernel.manager.connection_file).read())
    assert connection["curve_publickey"]
    assert kernel.run('System.out.println("sealed"); 1 + 1').stdout == "sealed\n"
    # A client without keys gets nothing, not even a welcome.
    eavesdropper = zmq.Context.instance().socket(zmq.SUB)
    try:
        eavesdropper.linger = 0
        eavesdropper.setsockopt(zmq.SUBSCRIBE, b"")
        monitor = eavesdropper.get_monitor_socket(
            zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL | zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL | zmq.EVENT_HANDSHAKE_FAILED_AUTH | zmq.EVENT_DISCONNECTED
        )
        eavesdropper.connect(f"tcp://{connection['ip']}:{connection['iopub_port']}")
        assert monitor.poll(30_000), "the connection without keys was not refused"
        assert eavesdropper.poll(0) == 0
        eavesdropper.disable_monitor()
    finally:
        eavesdropper.close()
    kernel.assert_alive()


def test_iopub_welcomes_a_subscriber(kernel):
    socket = kernel.manager.connect_iopub()
    try:
        assert socket.poll(30_000)
        frames = socket.recv_multipart()
        session = kernel.client.session.clone()  # every subscriber gets the message; a session takes each only once
        _, frames = session.feed_identities(frames)
        message = session.deserialize(frames)
        assert message["header"]["msg_type"] == "iopub_welcome"
        assert message["content"] == {"subscription": ""}
    finally:
        socket.close()


def test_the_heartbeat_answers_while_a_cell_runs(kernel):
    running = kernel.start('System.out.println("on"); while (true) { }')
    running.wait_for_output("on")
    beat = kernel.manager.connect_hb()
    try:
        beat.send(b"are you there")
        assert beat.poll(30_000)
        assert beat.recv() == b"are you there"
    finally:
        beat.close()
    kernel.interrupt()
    running.finish()


def junk(kernel):
    message = kernel.client.session.msg("execute_request", {"code": 'System.out.println("forged")', "silent": False})
    honest = kernel.client.session.serialize(message)
    delimiter, signature, *parts = honest
    yield "a wrong signature", [delimiter, b"0" * len(signature), *parts]
    yield "no signature", [delimiter, b"", *parts]
    yield "a changed content", [delimiter, signature, *parts[:3], parts[3].replace(b"forged", b"FORGED")]
    yield "no delimiter", [b"junk"]
    yield "too few frames", [delimiter, signature, *parts[:2]]
    yield "nothing", [b""]
    yield "no JSON", signed(kernel, [b"\xff\xfe", b"not json", b"", b""])
    yield "JSON of the wrong shape", signed(kernel, [b"[]", b"3", b'"x"', b"null"])
    yield "a header without a type", signed(kernel, [b"{}", b"{}", b"{}", b"{}"])


def signed(kernel, parts):
    return [b"<IDS|MSG>", kernel.client.session.sign(parts), *parts]


def test_frames_that_do_not_belong_there_are_dropped(kernel):
    for channel in ("shell", "control", "stdin"):
        socket = getattr(kernel.client, f"{channel}_channel").socket
        for what, frames in junk(kernel):
            socket.send_multipart(frames)
            cell = kernel.run("40 + 2")
            assert cell.text == "42", what
            assert "forged" not in cell.stdout.lower()
        assert kernel.request("control", "kernel_info_request")["status"] == "ok"


def test_an_unknown_message_type_is_ignored(kernel):
    kernel.send("shell", "bogus_request", {})
    kernel.send("control", "bogus_request", {})
    kernel.assert_alive()


def test_requests_without_their_fields_do_not_end_the_kernel(kernel):
    for channel, kind in [
        ("shell", "execute_request"),
        ("shell", "complete_request"),
        ("shell", "inspect_request"),
        ("shell", "is_complete_request"),
        ("shell", "history_request"),
        ("shell", "comm_open"),
        ("control", "delete_subshell_request"),
        ("control", "debug_request"),
    ]:
        kernel.send(channel, kind, {})
    kernel.assert_alive()
    assert kernel.request("control", "kernel_info_request")["status"] == "ok"


def test_cursors_outside_the_text_are_answered(kernel):
    for cursor in (-5, 10_000):
        assert kernel.complete("Str", cursor)["status"] in ("ok", "error")
        assert kernel.inspect("Str", cursor)["status"] in ("ok", "error")
    kernel.assert_alive()


def test_debug_requests_are_answered_as_not_supported(kernel):
    reply = kernel.request("control", "debug_request", {"type": "request", "seq": 1, "command": "initialize", "arguments": {}})
    assert reply.get("success") is False
    assert "not supported" in str(reply)


def test_a_message_of_a_hundred_megabytes_does_not_end_the_kernel(kernel):
    opened = kernel.send("shell", "comm_open", {"comm_id": "big", "target_name": "nobody", "data": {"x": "y" * 100_000_000}})
    assert kernel.published(opened, "comm_close")["comm_id"] == "big"
    kernel.assert_alive()
