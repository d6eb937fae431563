package eu.rempart.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.company.CompanyQuery;
import eu.rempart.contact.ContactId;
import eu.rempart.exchange.run.ImportHouse;
import eu.rempart.exchange.vcard.VCardExport;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportRightsTest extends ExportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  ExportRightsTest() {
    super(house);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"MEMBER", "READER", "ENGINEER"})
  void whoeverMayNotExportGetsNothing(Role role) {
    ContactId id = keep(CAMILLE);

    assertThatThrownBy(
            () ->
                run(
                    house.member(role),
                    () -> {
                      export.contactsAsTable(named(""), List.of(id), words(Locale.ENGLISH), out);
                    }))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () ->
                run(
                    house.member(role),
                    () -> {
                      export.contactsAsCards(named(""), List.of(id), VCardExport.Version.V4, out);
                    }))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () ->
                run(
                    house.member(role),
                    () -> {
                      export.companiesAsTable(
                          CompanyQuery.ALL, List.of(), words(Locale.ENGLISH), out);
                    }))
        .isInstanceOf(NotPermittedException.class);
    assertThat(out.size()).isZero();
    assertThat(events).isEmpty();
  }

  @Test
  void aManagerMayExport() {
    ContactId id = keep(CAMILLE);

    run(
        house.member(Role.MANAGER),
        () -> {
          export.contactsAsTable(named(""), List.of(id), words(Locale.FRENCH), out);
        });

    assertThat(text()).startsWith("\uFEFFPrénom;Nom;Société");
    assertThat(events.getFirst().detail()).containsEntry("rows", "1");
  }
}
