package firesteel.spark.connect;

import firesteel.spark.closure.LargeValues;
import firesteel.spark.executor.EncodedValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.connect.SparkSession;

/**
 * Uploads large values, each once, to where a server's executors load classes from: the size of a
 * message to the server is limited.
 */
final class LargeValueUploads implements LargeValues {
  private final SparkSession session;
  private final Set<String> sent = ConcurrentHashMap.newKeySet();

  LargeValueUploads(SparkSession session) {
    this.session = session;
  }

  @Override
  public EncodedValue send(String key, byte[] bytes) {
    // The extension makes it a class file for the server, which checks nothing else.
    String resource = "firesteel/values/" + hash(bytes) + ".class";
    if (!sent.contains(resource)) {
      session.addArtifact(bytes, resource);
      sent.add(resource);
    }
    return EncodedValue.ofResource(resource);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }
}
