package com.example.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import firesteel.api.table.Table;
import firesteel.api.table.TableRequest;
import firesteel.api.table.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixTableReaderTest {
  private final Matrix matrix =
      new Matrix(List.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6}));

  @Test
  void a_matrix_is_a_table_of_its_rows() throws Exception {
    Table table = Tables.read(matrix, TableRequest.rows(2)).orElseThrow();
    assertThat(table.columns()).extracting(Table.Column::name).containsExactly("c1", "c2");
    assertThat(table.rows()).containsExactly(List.of(1.0, 2.0), List.of(3.0, 4.0));
    assertThat(table.total()).isEqualTo(3);
  }

  @Test
  void columns_are_picked() throws Exception {
    Table table = Tables.read(matrix, new TableRequest(1, List.of("c2"))).orElseThrow();
    assertThat(table.rows()).containsExactly(List.of(2.0));
  }
}
