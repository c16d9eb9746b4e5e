"""Input: requests to the frontend, and what happens when nobody answers."""

READ_LINE = 'System.out.println("GOT:" + new Scanner(System.in).nextLine());'


def test_a_line_from_system_in_is_asked_for(kernel):
    running = kernel.start(READ_LINE, allow_stdin=True)
    assert running.input_request()["password"] is False
    kernel.answer("h\u00e9llo \U0001f525")
    assert running.finish().ok().stdout == "GOT:h\u00e9llo \U0001f525\n"


def test_input_shows_its_prompt(kernel):
    running = kernel.start('String name = input("Your name: ");', allow_stdin=True)
    assert running.input_request() == {"prompt": "Your name: ", "password": False}
    kernel.answer("Ada")
    running.finish().ok()
    assert "Ada" in kernel.run("name").text


def test_password_is_asked_for_hidden(kernel):
    running = kernel.start('String secret = password("Token: ");', allow_stdin=True)
    assert running.input_request() == {"prompt": "Token: ", "password": True}
    kernel.answer("s3cret")
    assert "s3cret" not in str(running.finish().ok().messages)
    assert kernel.run("secret.length()").text == "6"


def test_each_line_is_a_request_of_its_own(kernel):
    running = kernel.start('var in = new BufferedReader(new InputStreamReader(System.in));\nString both = in.readLine() + "+" + in.readLine();', allow_stdin=True)
    running.input_request()
    kernel.answer("one")
    running.input_request()
    kernel.answer("two")
    running.finish().ok()
    assert "one+two" in kernel.run("both").text


def test_input_is_refused_when_the_frontend_does_not_allow_it(kernel):
    for code in (READ_LINE, 'input("x")', 'password("x")'):
        cell = kernel.execute(code, allow_stdin=False)
        assert cell.status == "error"
        assert "input" in cell.error.text
    kernel.assert_alive()


def test_waiting_for_input_can_be_interrupted(kernel):
    for code in (READ_LINE, 'input("x")'):
        running = kernel.start(code, allow_stdin=True)
        running.input_request()
        kernel.interrupt()
        assert running.finish().error.name == "Interrupted"
    kernel.assert_alive()


def test_a_late_answer_to_an_interrupted_request_goes_nowhere(kernel):
    running = kernel.start(READ_LINE, allow_stdin=True)
    running.input_request()
    kernel.interrupt()
    running.finish()
    kernel.answer("stale")
    running = kernel.start(READ_LINE, allow_stdin=True)
    running.input_request()
    kernel.answer("fresh")
    assert running.finish().ok().stdout == "GOT:fresh\n"
