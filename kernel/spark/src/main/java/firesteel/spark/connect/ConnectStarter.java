package firesteel.spark.connect;

import firesteel.spark.master.Connection;
import firesteel.spark.master.StartedSpark;
import firesteel.spark.settings.SparkStartException;
import java.nio.file.Path;

/** Connects to Spark Connect servers. */
public final class ConnectStarter {
  private static final String CLIENT = "org.apache.spark.sql.connect.client.SparkConnectClient";

  /**
   * The package that holds the libraries of the client that fits these classes; it differs between
   * versions.
   */
  private static final String CLIENT_LIBRARY = "org.sparkproject.io.grpc.ClientInterceptor";

  private ConnectStarter() {}

  /**
   * Opens a session on a server.
   *
   * @param connection a connection whose target is a Connect server; its settings are given to the
   *     session
   * @param classFolder where the class files of cells are put, which the server needs for lambdas
   * @throws SparkStartException when it fails; the message is for the user, and holds no secret
   */
  public static StartedSpark start(Connection connection, Path classFolder) {
    if (!isPresent(CLIENT) || !isPresent(CLIENT_LIBRARY)) {
      throw new SparkStartException(
          "Spark Connect can't be used with the Spark that SPARK_HOME names: Firesteel's client"
              + " fits the bundled version only.\nUnset SPARK_HOME (or `firesteel spark use bundled`)"
              + " and restart the kernel; the server may be of another version.",
          null);
    }
    return new ConnectSessionFactory(connection, classFolder).open();
  }

  private static boolean isPresent(String name) {
    return ConnectStarter.class.getClassLoader().getResource(name.replace('.', '/') + ".class")
        != null;
  }
}
