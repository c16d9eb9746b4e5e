package firesteel.maven;

import firesteel.dependencies.Transfers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** Forwards the download events of Maven's resolver, except those of metadata. */
final class TransferForwarder extends AbstractTransferListener {
  private final Transfers transfers;
  private final Map<String, Boolean> running = new ConcurrentHashMap<>();

  TransferForwarder(Transfers transfers) {
    this.transfers = transfers;
  }

  @Override
  public void transferInitiated(TransferEvent event) throws TransferCancelledException {
    check();
  }

  /** Reports the start with the first progress: the server then has the file. */
  @Override
  public void transferProgressed(TransferEvent event) throws TransferCancelledException {
    check();
    if (isFile(event)) {
      if (running.putIfAbsent(event.getResource().getResourceName(), true) == null) {
        transfers.started(name(event));
      }
      transfers.received(name(event), event.getDataLength());
    }
  }

  @Override
  public void transferSucceeded(TransferEvent event) {
    end(event, true);
  }

  @Override
  public void transferFailed(TransferEvent event) {
    end(event, false);
  }

  private void end(TransferEvent event, boolean complete) {
    if (running.remove(event.getResource().getResourceName()) != null) {
      transfers.ended(name(event), complete);
    }
  }

  private void check() throws TransferCancelledException {
    if (transfers.isCancelled()) {
      throw new TransferCancelledException("interrupted");
    }
  }

  private static boolean isFile(TransferEvent event) {
    return !event.getResource().getResourceName().contains("maven-metadata");
  }

  private static String name(TransferEvent event) {
    String path = event.getResource().getResourceName();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
