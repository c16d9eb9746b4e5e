package firesteel.spark.connect;

import java.util.concurrent.TimeUnit;
import org.apache.spark.connect.proto.AnalyzePlanRequest;
import org.apache.spark.connect.proto.ExecutePlanRequest;
import org.apache.spark.connect.proto.InterruptRequest;
import org.apache.spark.connect.proto.InterruptRequest.InterruptType;
import org.apache.spark.connect.proto.Plan;
import org.apache.spark.connect.proto.SparkConnectServiceGrpc;
import org.apache.spark.connect.proto.SparkConnectServiceGrpc.SparkConnectServiceBlockingStub;
import org.apache.spark.connect.proto.UserContext;
import org.sparkproject.io.grpc.CallOptions;
import org.sparkproject.io.grpc.Channel;

/**
 * Sends Firesteel's own requests to a server, without Spark's client, which retries each one for
 * minutes.
 *
 * @param channel to the server; shared with the client
 * @param user the user of the session
 * @param sessionId the session on the server
 * @param address the server's host and port
 */
record ServerLink(Channel channel, UserContext user, String sessionId, String address) {
  private static final long COMMAND_MILLIS = 30_000;
  private static final CallOptions.Key<Boolean> OWN = CallOptions.Key.create("firesteel");

  /** Whether a request is one of these. */
  static boolean isOwn(CallOptions options) {
    return options.getOption(OWN) != null;
  }

  /** Returns a stub for one request. */
  private SparkConnectServiceBlockingStub within(long millis) {
    return SparkConnectServiceGrpc.newBlockingStub(channel)
        .withOption(OWN, true)
        .withDeadlineAfter(millis, TimeUnit.MILLISECONDS);
  }

  /**
   * Returns the server's version.
   *
   * @throws org.sparkproject.io.grpc.StatusRuntimeException when it doesn't answer in time
   */
  String version(long timeoutMillis) {
    return within(timeoutMillis)
        .analyzePlan(
            AnalyzePlanRequest.newBuilder()
                .setSessionId(sessionId)
                .setUserContext(user)
                .setSparkVersion(AnalyzePlanRequest.SparkVersion.getDefaultInstance())
                .build())
        .getSparkVersion()
        .getVersion();
  }

  /**
   * Runs a command and waits for it.
   *
   * @throws org.sparkproject.io.grpc.StatusRuntimeException when it fails, or takes too long
   */
  void execute(Plan command) {
    within(COMMAND_MILLIS)
        .executePlan(
            ExecutePlanRequest.newBuilder()
                .setSessionId(sessionId)
                .setUserContext(user)
                .setPlan(command)
                .build())
        .forEachRemaining(answer -> {});
  }

  /**
   * Asks the server to stop all executions of the session.
   *
   * @throws org.sparkproject.io.grpc.StatusRuntimeException when it doesn't answer in time
   */
  void interruptAll(long timeoutMillis) {
    within(timeoutMillis).interrupt(interrupt(InterruptType.INTERRUPT_TYPE_ALL).build());
  }

  /** Asks the server to stop the executions with a tag; see {@link #interruptAll}. */
  void interrupt(String tag, long timeoutMillis) {
    within(timeoutMillis)
        .interrupt(interrupt(InterruptType.INTERRUPT_TYPE_TAG).setOperationTag(tag).build());
  }

  private InterruptRequest.Builder interrupt(InterruptType type) {
    return InterruptRequest.newBuilder()
        .setSessionId(sessionId)
        .setUserContext(user)
        .setInterruptType(type);
  }
}
