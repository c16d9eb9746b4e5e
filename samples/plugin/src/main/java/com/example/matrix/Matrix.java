package com.example.matrix;

import java.util.Arrays;
import java.util.List;

/** Rows of numbers, all of one length: the type that this plug-in brings. */
public final class Matrix {
  private final List<double[]> rows;

  /**
   * Makes a matrix of its rows.
   *
   * @throws IllegalArgumentException when they differ in length
   */
  public Matrix(List<double[]> rows) {
    this.rows = rows.stream().map(double[]::clone).toList();
    if (rows.stream().mapToInt(row -> row.length).distinct().count() > 1) {
      throw new IllegalArgumentException("the rows of a matrix must have one length");
    }
  }

  /** The number of columns. */
  public int width() {
    return rows.isEmpty() ? 0 : rows.get(0).length;
  }

  /** The rows. */
  public List<double[]> rows() {
    return rows.stream().map(double[]::clone).toList();
  }

  /** The sum of all numbers. */
  public double sum() {
    return rows.stream().flatMapToDouble(Arrays::stream).sum();
  }
}
