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
  public static List<Finding> examine(DoctorContext context, String bundledSpark) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(JavaCheck.findings(context));
    findings.addAll(MachineCheck.findings(context));
    findings.addAll(SparkCheck.findings(context, bundledSpark));
    findings.addAll(ToolCheck.findings(context));
    findings.addAll(JupyterCheck.findings(context));
    return findings;
  }
}
