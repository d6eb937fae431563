package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.CurrentMember;
import eu.rempart.company.Company;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.csv.CustomProposal;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose the new records are that have no owner in the file. */
class ImportOwnersTest extends DealImportCase {

  private static final String DEALS =
      """
      Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Stage,Organization - Name
      H1,Owned H,5,EUR,New,Owned firm H
      """;

  private static final String PEOPLE =
      "First name,Last name,Email,Company\nAnna,Owned,anna@H,Her firm H\n";

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  ImportOwnersTest() {
    super(house);
  }

  @BeforeAll
  static void pipelines() {
    openPipelines(house);
  }

  private void bringFor(String csv, @Nullable UUID owner) {
    BroughtFile file = bring(csv);
    ImportJob job =
        house.as(
            () -> {
              CsvInspection found = file.inspect();
              return house
                  .imports()
                  .start(
                      file.table(
                          found,
                          CustomProposal.of(found, List.of()),
                          new ImportOptions(null, ZoneOffset.UTC, null, owner)),
                      MatchPolicy.UPDATE,
                      new Codes());
            });
    await(job);
    assertThat(job.counts().created()).isEqualTo(1);
  }

  private List<Company> firms(String name) {
    return house.as(() -> house.companies().findAll(house.companies().matching(null, of(name))));
  }

  @Test
  void whatHasNoOwnerInTheFileIsThatOfWhoeverImports() {
    UUID importer = house.as(() -> house.bean(CurrentMember.class).id());

    bringFor(DEALS, importer);
    bringFor(PEOPLE, importer);

    assertThat(deal("Owned H").data().ownerId()).isEqualTo(importer);
    assertThat(contact("anna").data().ownerId()).isEqualTo(importer);
    assertThat(firms("Owned firm H"))
        .extracting(firm -> firm.data().ownerId())
        .containsOnly(importer);
    assertThat(firms("Her firm H"))
        .extracting(firm -> firm.data().ownerId())
        .containsOnly(importer);
  }

  @Test
  void itIsNobodysWhereWhoeverImportsWantsItSo() {
    bringFor(DEALS, null);
    bringFor(PEOPLE, null);

    assertThat(deal("Owned H").data().ownerId()).isNull();
    assertThat(contact("anna").data().ownerId()).isNull();
  }
}
