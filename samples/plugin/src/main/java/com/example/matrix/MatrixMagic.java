package com.example.matrix;

import firesteel.api.error.MagicException;
import firesteel.api.magic.CellMagic;
import firesteel.api.magic.MagicContext;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The magic {@code %%matrix}. */
@Command(name = "matrix", description = "Reads the cell as a matrix: a line for each row.")
public final class MatrixMagic implements CellMagic {
  @Option(names = "--scale", paramLabel = "FACTOR", description = "Multiply each number by this.")
  private double factor = 1;

  @Override
  public Object runCell(MagicContext context, String body) throws Exception {
    List<String> lines = body.lines().filter(line -> !line.isBlank()).toList();
    try {
      return new Matrix(lines.stream().map(this::row).toList());
    } catch (IllegalArgumentException e) {
      throw new MagicException("%%matrix takes lines of numbers: " + e.getMessage(), e);
    }
  }

  private double[] row(String line) {
    return Arrays.stream(line.strip().split("\\s+"))
        .mapToDouble(number -> Double.parseDouble(number) * factor)
        .toArray();
  }
}
