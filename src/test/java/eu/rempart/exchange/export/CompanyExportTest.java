package eu.rempart.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanySize;
import eu.rempart.company.CompanyType;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.run.ImportHouse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyExportTest extends ExportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  CompanyExportTest() {
    super(house);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void theShownCompaniesComeBackFromTheTable(String language) throws IOException {
    String name = "Brasserie du Port " + language;
    house.as(
        () ->
            house
                .companies()
                .create(
                    CompanyData.builder()
                        .name(name)
                        .website("https://port.example")
                        .emails(List.of(email("contact@port.example", true)))
                        .type(CompanyType.SUPPLIER)
                        .industry("Boissons")
                        .size(CompanySize.TO_49)
                        .annualRevenue(new BigDecimal("1250000"))
                        .revenueCurrency("EUR")
                        .language("fr")
                        .build()));

    run(
        house.administrator(),
        () -> {
          export.companiesAsTable(
              new CompanyQuery(
                  name,
                  CompanyFilter.NONE,
                  CompanyColumn.NAME,
                  false,
                  EnumSet.allOf(CompanyColumn.class)),
              List.of(),
              words(Locale.forLanguageTag(language)),
              out);
        });

    ImportedRow row = readBack().getFirst();
    assertThat(row.person()).isNull();
    var company = row.companies().getFirst().company();
    assertThat(company.name()).isEqualTo(name);
    assertThat(company.website()).isEqualTo("https://port.example");
    assertThat(company.emails().getFirst().address().value()).isEqualTo("contact@port.example");
    assertThat(company.type()).isEqualToIgnoringCase("supplier");
    assertThat(company.industry()).isEqualTo("Boissons");
    assertThat(company.size()).isEqualTo("10-49");
    assertThat(company.annualRevenue()).isEqualByComparingTo("1250000");
    assertThat(company.revenueCurrency()).isEqualTo("EUR");
    assertThat(company.language()).isEqualTo("fr");
  }
}
