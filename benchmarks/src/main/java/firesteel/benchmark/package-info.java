/**
 * Measures the cost of notebook variables: cells against the same code compiled as a class, in the
 * driver, in tasks of {@code local[2]}, and in those of an executor.
 *
 * <p>Each alternative runs in a JVM of its own, as in a notebook, where the JIT compiler has seen
 * no other; {@link firesteel.benchmark.Benchmarks} runs all of them in turns and compares the best
 * times.
 */
package firesteel.benchmark;
