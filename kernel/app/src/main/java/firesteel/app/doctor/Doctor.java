package firesteel.app.doctor;

import java.util.ArrayList;
import java.util.List;

/** Checks everything that Firesteel needs. */
public final class Doctor {
  private Doctor() {}

  /**
   * Returns all findings except for a real start of Spark; takes one or two seconds for the tools
   * that it calls.
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
