"""The kernel test suite of the Jupyter project itself, run on each JDK."""

import unittest

import jupyter_kernel_test
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_kernel_test import validate_message

# jupyter_kernel_test 0.7.0 wraps methods of the client that are no coroutines any more.
jupyter_kernel_test.run_sync = lambda function: function

GUARD = 60  # seconds


class PatientTests(jupyter_kernel_test.KernelTests):
    """The suite, but for its waits of 0.1 s, after which a message on a busy machine counts as missing."""

    __test__ = False

    def execute_helper(self, code, timeout=GUARD, silent=False, store_history=True, stop_on_error=True):
        msg_id = self.kc.execute(code=code, silent=silent, store_history=store_history, stop_on_error=stop_on_error)
        reply = self.get_non_kernel_info_reply(timeout=timeout)
        validate_message(reply, "execute_reply", msg_id)
        messages = []
        while not messages or messages[-1]["content"].get("execution_state") != "idle":
            message = self.kc.get_iopub_msg(timeout=timeout)
            # What an earlier request sent may come late, too.
            if message["parent_header"].get("msg_id") == msg_id:
                validate_message(message, message["msg_type"], msg_id)
                messages.append(message)
        assert messages[0]["content"]["execution_state"] == "busy"
        assert all(message["content"]["code"] == code for message in messages if message["msg_type"] == "execute_input")
        return reply, [message for message in messages if message["msg_type"] not in ("status", "execute_input")]


class Firesteel(PatientTests):
    __test__ = False  # pytest would collect it without a kernel
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [{"text": '"abc".sub'}, {"text": "%lsm"}]
    complete_code_samples = ["1 + 1", "int i = 0;", "if (true) {\n  int j = 1;\n}", "// comment"]
    incomplete_code_samples = ["for (int i = 0; i < 3; i++) {", 'String t = """', "foo(1,"]
    invalid_code_samples = ["int 3x = ;)"]
    code_generate_error = "throw new IllegalStateException();"
    code_execute_result = [
        {"code": "35 + 7", "result": "42"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
        {"code": "35 + 7", "result": "42"},
        {"code": "35 + 7", "result": "42"},
    ]
    code_display_data = [
        {"code": 'display(html("<b>x</b>"));', "mime": "text/html"},
        {"code": 'display(markdown("*x*"));', "mime": "text/markdown"},
    ]
    code_history_pattern = "35 ?*7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "String"
    code_clear_output = "clearOutput();"


class Welcome(jupyter_kernel_test.IopubWelcomeTests):
    __test__ = False
    support_iopub_welcome = True


# A pager is nothing that Jupyter's frontends ask of a kernel.
TESTS = [
    (case, name)
    for case in (Firesteel, Welcome)
    for name in unittest.TestLoader().getTestCaseNames(case)
    if name != "test_pager"
]


@pytest.fixture(scope="module")
def started(specs):
    """From a test case to itself with a kernel of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(KernelSpecManager, "_kernel_dirs_default", lambda self: [str(specs)])
        up = {}

        def start(case):
            case.kernel_name = "firesteel"
            if case not in up:
                case.setUpClass()
                up[case] = True
            return case

        yield start
        for case in up:
            case.tearDownClass()


@pytest.mark.parametrize("case, name", TESTS, ids=[f"{case.__name__}.{name}" for case, name in TESTS])
def test_jupyter_kernel_test(started, case, name):
    result = unittest.TestResult()
    started(case)(name).run(result)
    assert result.wasSuccessful(), "\n".join(text for _, text in result.failures + result.errors)
    assert not result.skipped, result.skipped
