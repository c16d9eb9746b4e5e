package firesteel.app.doctor;

import java.util.ArrayList;
import java.util.List;

/** Looks at everything that Firesteel needs. */
public final class Doctor {
  private Doctor() {}

  /**
   * All findings but for a real start of Spark; takes a second or two, for the tools it calls.
   *
   * @param bundledSpark the version of the Spark that was built in
   */
  public static List<Finding> examine(DoctorContext around, String bundledSpark) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(JavaCheck.findings(around));
    findings.addAll(MachineCheck.findings(around));
    findings.addAll(SparkCheck.findings(around, bundledSpark));
    findings.addAll(ToolCheck.findings(around));
    findings.addAll(JupyterCheck.findings(around));
    return findings;
  }
}
