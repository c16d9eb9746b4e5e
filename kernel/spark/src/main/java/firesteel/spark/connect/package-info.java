/**
 * Connects to Spark Connect: a session on a server that holds the driver. Needs the client's jar,
 * which {@link firesteel.spark.connect.ConnectStarter} looks for before anything else here is
 * loaded.
 */
package firesteel.spark.connect;
