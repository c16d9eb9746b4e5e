package firesteel.jupyter;

import firesteel.api.comm.Comm;
import firesteel.api.comm.CommException;
import firesteel.api.comm.CommMessage;
import firesteel.api.comm.CommTransport;
import firesteel.api.comm.Comms;
import firesteel.api.session.CellOutputs;
import firesteel.api.session.RunningCell;
import firesteel.api.session.Session;
import firesteel.jupyter.wire.IoPub;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes comm messages between clients and the session's {@link Comms}. */
final class CommHandlers implements CommTransport {
  private interface Delivery {
    void deliver(Comms comms, String id, CommMessage message) throws CommException;
  }

  private final Session session;
  private final IoPub iopub;

  CommHandlers(Session session, IoPub iopub) {
    this.session = session;
    this.iopub = iopub;
  }

  /**
   * Sends a comm message: its parent is the message that a comm handler handles, or the request of
   * the cell.
   */
  @Override
  public void send(
      String type,
      Map<String, Object> content,
      Map<String, Object> metadata,
      List<byte[]> buffers) {
    CellOutputs outputs = RunningCell.current().map(RunningCell::givenOutputs).orElse(null);
    if (outputs instanceof RequestOutputs request) {
      request.comm(type, content, metadata, buffers);
    } else {
      iopub.publish("comm", type, null, metadata, content, buffers);
    }
  }

  Optional<Reply> open(Request request) throws Exception {
    String target = request.text("target_name");
    return deliver(request, (comms, id, message) -> comms.opened(id, target, message));
  }

  Optional<Reply> message(Request request) throws Exception {
    return deliver(request, Comms::messageArrived);
  }

  Optional<Reply> close(Request request) throws Exception {
    return deliver(request, Comms::closed);
  }

  /**
   * Runs a comm handler, which is user code: like a cell, it has outputs, and an interrupt stops
   * it.
   */
  private Optional<Reply> deliver(Request request, Delivery delivery) throws Exception {
    String id = request.text("comm_id");
    CommMessage message =
        new CommMessage(request.object("data"), request.message().metadata(), request.buffers());
    session.runBesideCells(request.outputs(), () -> delivery.deliver(session.comms(), id, message));
    return Optional.empty();
  }

  Optional<Reply> info(Request request) {
    String target = request.text("target_name", "");
    Map<String, Object> comms = new LinkedHashMap<>();
    for (Comm comm : session.comms().all()) {
      if (target.isEmpty() || target.equals(comm.targetName())) {
        comms.put(comm.id(), Map.of("target_name", comm.targetName()));
      }
    }
    return Optional.of(Reply.ok(Map.of("comms", comms)));
  }
}
