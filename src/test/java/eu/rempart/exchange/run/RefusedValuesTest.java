package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of a row that can't be kept it is said which value of it can't. */
class RefusedValuesTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  RefusedValuesTest() {
    super(house);
  }

  private static RowProblem refused(String field) {
    return new RowProblem(2, -1, field, ProblemCode.VALUE_REFUSED);
  }

  @Test
  void aNewRecordNamesTheField() {
    String many =
        IntStream.range(0, 60).mapToObj(i -> "m" + i + "@H").collect(Collectors.joining(" "));

    RowResult row = run("First name,Last name,Email\nMany,Mails," + many).shown().getFirst();

    assertThat(row.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(row.row().problems()).containsExactly(refused("contact.field.emails"));
  }

  @Test
  void aChangeNamesTheField() {
    run("First name,Last name,Email,Notes\nLong,Note,long@H," + "n".repeat(15_000));

    RowResult row =
        run("First name,Last name,Email,Notes\nLong,Note,long@H," + "m".repeat(15_000))
            .shown()
            .getFirst();

    assertThat(row.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(row.row().problems()).containsExactly(refused("contact.field.description"));
    assertThat(one("long").data().description()).isEqualTo("n".repeat(15_000));
  }
}
