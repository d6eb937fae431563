package eu.rempart.exchange.export;

import eu.rempart.account.SignedInMember;
import eu.rempart.common.Birthday;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.LinkService;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.exchange.csv.CsvFile;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.run.ImportHouse;
import eu.rempart.shell.text.Texts;
import eu.rempart.vault.event.SecurityEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** What tests of exports have in common. */
abstract class ExportCase {

  static final ImportOptions HOME = new ImportOptions(CountryCode.of("FR"));
  static final ContactData CAMILLE =
      ContactData.builder()
          .firstName("Camille")
          .lastName("Le Goff")
          .emails(List.of(email("camille@ponant.example", true), email("clg@x.example", false)))
          .phones(
              List.of(
                  PhoneEntry.of(
                      PhoneNumber.of("+33612345678", CountryCode.of("FR")), PhoneKind.MOBILE, true),
                  PhoneEntry.of(
                      PhoneNumber.of("+33298000000", CountryCode.of("FR")), PhoneKind.WORK, false)))
          .birthday(Birthday.of(LocalDate.of(1980, 3, 7)))
          .language("fr")
          .doNotCall(true)
          .build();

  final List<SecurityEvent> events = new ArrayList<>();
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ImportHouse house;
  RecordExport export;
  FreshProof proof = _ -> {};

  ExportCase(ImportHouse house) {
    this.house = house;
  }

  @BeforeEach
  void open() {
    export =
        new RecordExport(
            house.contacts(),
            house.bean(LinkService.class),
            house.bean(PhotoService.class),
            house.companies(),
            house.bean(CustomFieldService.class),
            house.rights(),
            new Leaving(
                house.rights(),
                purpose -> proof.require(purpose),
                house.current(),
                events::add,
                _ -> {}));
  }

  static EmailEntry email(String address, boolean primary) {
    return EmailEntry.of(EmailAddress.of(address), EmailKind.WORK, primary);
  }

  static ContactQuery named(String text) {
    return new ContactQuery(
        text, ContactFilter.NONE, ContactColumn.NAME, false, EnumSet.allOf(ContactColumn.class));
  }

  static ExportWords words(Locale locale) {
    return new ExportWords(locale, key -> Texts.in(locale, key), Map.of(), Map.of());
  }

  String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  ContactId keep(ContactData data) {
    return house.as(() -> house.contacts().create(data));
  }

  List<ImportedRow> readBack() throws IOException {
    FileSource file = () -> new ByteArrayInputStream(out.toByteArray());
    var inspection = CsvFile.inspect(file);
    try (var rows =
        CsvFile.read(file, inspection, inspection.proposal(), HOME, ImportHouse.CLOCK)) {
      return rows.stream().toList();
    }
  }

  interface Work {
    void run() throws IOException;
  }

  void run(SignedInMember member, Work work) {
    house.as(
        member,
        () -> {
          work.run();
          return null;
        });
  }

  void table(ContactQuery query, ContactId... chosen) {
    run(
        house.administrator(),
        () -> {
          export.contactsAsTable(query, List.of(chosen), words(Locale.ENGLISH), out);
        });
  }
}
