package firesteel.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "-0.0, -0.0",
    "0.1, 0.1",
    "100.0, 100.0",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "1.5E-7, 1.5e-07",
    "9999999999999998.0, 9999999999999998.0",
    "1.0E16, 1e+16",
    "1.0E23, 1e+23",
    "-2.5E100, -2.5e+100",
    "2.0E-3, 0.002",
    "4.9E-324, 5e-324",
    "1.7976931348623157E308, 1.7976931348623157e+308",
    "0.30000000000000004, 0.30000000000000004",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void is_what_python_prints(double value, String python) {
    assertThat(PythonNumbers.repr(value)).isEqualTo(python);
  }
}
