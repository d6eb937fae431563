package eu.rempart.exchange.format;

import eu.rempart.common.InvalidFieldException;

/**
 * Something about one row of a file. Names the place, never the value.
 *
 * @param row as a spreadsheet counts: the first row, header included, is 1; cards count from 1
 * @param column from 0, or -1 when it is about the whole row
 * @param columnName header or vCard property as in the file: plain text, to be escaped where shown;
 *     empty for the whole row
 */
public record RowProblem(long row, int column, String columnName, ProblemCode code) {

  /** A value that can't be kept; the name is the key of the field's label in the texts. */
  public static RowProblem refused(long row, InvalidFieldException e) {
    return new RowProblem(row, -1, e.field(), ProblemCode.VALUE_REFUSED);
  }

  /** A problem of the whole row. */
  public static RowProblem of(long row, ProblemCode code) {
    return new RowProblem(row, -1, "", code);
  }
}
