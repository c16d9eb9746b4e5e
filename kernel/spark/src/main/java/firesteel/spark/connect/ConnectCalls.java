package firesteel.spark.connect;

import firesteel.api.session.RunningCell;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.spark.connect.proto.AddArtifactsRequest;
import org.apache.spark.connect.proto.ExecutePlanRequest;
import org.apache.spark.connect.proto.ExecutePlanResponse;
import org.apache.spark.connect.proto.ReattachExecuteRequest;
import org.sparkproject.io.grpc.CallOptions;
import org.sparkproject.io.grpc.Channel;
import org.sparkproject.io.grpc.ClientCall;
import org.sparkproject.io.grpc.ClientInterceptor;
import org.sparkproject.io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import org.sparkproject.io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import org.sparkproject.io.grpc.Metadata;
import org.sparkproject.io.grpc.MethodDescriptor;
import org.sparkproject.io.grpc.Status;

/**
 * Intercepts all that Spark's client sends and receives: the only place where executions can be
 * tied to cells, because the client has neither progress nor a tag for each thread. Thread-safe.
 */
final class ConnectCalls implements ClientInterceptor {
  private final ConnectionWatch connection;
  private final ClassUploads classes;
  private volatile ConnectJobs jobs;
  private volatile boolean closed;
  private volatile VariablesOnServer variables;

  ConnectCalls(ConnectionWatch connection, ClassUploads classes) {
    this.connection = connection;
    this.classes = classes;
  }

  /** Notes that the session has ended: no request is sent any more. */
  void close() {
    closed = true;
  }

  /** Reports executions to these jobs from now on. */
  void observe(ConnectJobs jobs) {
    this.jobs = jobs;
  }

  /** Gives functions these variables from now on. */
  void give(VariablesOnServer variables) {
    this.variables = variables;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    if (closed) {
      throw new IllegalStateException(
          "this Spark Connect session has been stopped.\nUse `spark` again, and make Datasets and"
              + " views of the old session anew.");
    }
    if (ServerLink.isOwn(options)) {
      return next.newCall(method, options);
    }
    return new Call<>(next.newCall(method, options), RunningCell.current());
  }

  /**
   * Throws a checked exception undeclared: the caller that asked for the execution has to see a
   * refused variable as it is.
   */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private final class Call<Q, R> extends SimpleForwardingClientCall<Q, R> {
    private final Optional<RunningCell> cell;
    private final ConnectionWatch.Pending pending;
    private final StackTraceElement[] place;
    private volatile String operation;
    private volatile boolean sendsArtifacts;

    Call(ClientCall<Q, R> call, Optional<RunningCell> cell) {
      super(call);
      this.cell = cell;
      this.place = cell.isEmpty() ? null : new Throwable().getStackTrace();
      this.pending = connection.begin(call, cell);
    }

    @Override
    public void start(Listener<R> listener, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onMessage(R message) {
              pending.heard();
              if (message instanceof ExecutePlanResponse response && isObserved()) {
                jobs.heard(cell.get(), operation, response);
              }
              super.onMessage(message);
            }

            @Override
            public void onClose(Status status, Metadata trailers) {
              ended(status);
              super.onClose(status, trailers);
            }
          },
          headers);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void sendMessage(Q message) {
      Q sent = withVariables(message);
      if (sent instanceof ExecutePlanRequest request) {
        sent = (Q) tagged(request);
        started(request.getOperationId());
      } else if (sent instanceof ReattachExecuteRequest request) {
        started(request.getOperationId());
      } else if (sent instanceof AddArtifactsRequest) {
        sendsArtifacts = true;
      }
      super.sendMessage(sent);
    }

    private Q withVariables(Q message) {
      try {
        return variables == null ? message : variables.with(message, cell);
      } catch (IOException e) {
        cancel("a variable of the notebook can't travel", e);
        throw ConnectCalls.<RuntimeException>unchecked(e);
      }
    }

    private ExecutePlanRequest tagged(ExecutePlanRequest request) {
      if (cell.isEmpty()) {
        return request;
      }
      if (cell.get().isInterrupted()) {
        throw new CancellationException("the cell was interrupted");
      }
      return request.toBuilder().addTags(ConnectJobs.tag(cell.get())).build();
    }

    private void started(String id) {
      operation = id;
      if (isObserved()) {
        jobs.started(cell.get(), id);
      }
    }

    private void ended(Status status) {
      pending.ended(status);
      if (jobs != null && cell.isPresent() && !status.isOk()) {
        jobs.failed(cell.get(), place);
      }
      if (isObserved()) {
        boolean failed = !status.isOk() && status.getCode() != Status.Code.UNAVAILABLE;
        jobs.ended(cell.get(), operation, failed);
      }
      if (sendsArtifacts) {
        classes.sent(status.isOk());
      }
    }

    private boolean isObserved() {
      return jobs != null && cell.isPresent() && operation != null;
    }
  }
}
