/** What magics and plug-ins use of Spark, without a type of Spark's. */
package firesteel.api.spark;
