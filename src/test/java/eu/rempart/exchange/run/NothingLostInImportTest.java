package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.result.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows that say what can't be kept, or what another row said, tell so. */
class NothingLostInImportTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  NothingLostInImportTest() {
    super(house);
  }

  @Test
  void nameTwiceWithoutAddressIsTold() {
    ImportJob job = run("First Name,Last Name,Notes\nNo,Mail H,a\nNo,Mail H,b\n");

    assertThat(job.shown())
        .extracting(result -> result.outcome())
        .containsExactly(Outcome.CREATED, Outcome.CREATED_BESIDE);
  }

  @Test
  void otherWebsiteOfKnownCompanyStaysWithPerson() {
    String header = "First Name,Last Name,Email,Company,Website\n";
    run(header + "Ann,Lee,ann@H,Firm H,https://firm.H\n");

    ImportJob same = run(header + "Bob,Ross,bob@H,Firm H,www.firm.H/\n");
    ImportJob other =
        run(
            header
                + "Cid,Roe,cid@H,Firm H,https://cid.H\n"
                + "Dan,Poe,dan@H,Firm H,https://dan.H\n"
                + "Eva,Moe,eva@H,New H,https://new.H\n"
                + "Fay,Noe,fay@H,New H,https://new.H\n");

    assertThat(one("bob").data().description()).isNull();
    assertThat(problems(same)).containsExactly(List.of());
    assertThat(one("cid").data().description()).isEqualTo("https://cid." + host);
    assertThat(one("dan").data().description()).isEqualTo("https://dan." + host);
    assertThat(problems(other))
        .containsExactly(
            List.of(ProblemCode.COMPANY_KEPT),
            List.of(ProblemCode.COMPANY_KEPT),
            List.of(),
            List.of());
  }

  private static List<List<ProblemCode>> problems(ImportJob job) {
    return job.shown().stream()
        .map(result -> result.row().problems().stream().map(problem -> problem.code()).toList())
        .toList();
  }
}
