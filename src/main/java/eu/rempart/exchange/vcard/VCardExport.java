package eu.rempart.exchange.vcard;

import eu.rempart.common.AddressKind;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PostalAddress;
import eu.rempart.exchange.format.ImportedCompany;
import eu.rempart.exchange.format.ImportedLink;
import eu.rempart.exchange.format.ImportedPerson;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.ImageType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Email;
import ezvcard.property.Kind;
import ezvcard.property.Photo;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Uid;
import ezvcard.util.PartialDate;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Writes people and companies as cards (RFC 6350, or RFC 2426 for older address books). */
public final class VCardExport implements Closeable {

  /** The version of the cards. */
  public enum Version {
    V3(VCardVersion.V3_0),
    V4(VCardVersion.V4_0);

    private final VCardVersion version;

    Version(VCardVersion version) {
      this.version = version;
    }
  }

  private final VCardWriter writer;
  private final Version version;

  /** Writes to a stream, in UTF-8; closing the export closes it. */
  public VCardExport(OutputStream out, Version version) {
    this.version = version;
    writer = new VCardWriter(out, version.version);
    writer.setAddProdId(false);
    writer.setVersionStrict(false);
  }

  /** Writes a person with the companies. */
  public void person(ImportedPerson person, List<ImportedLink> companies) throws IOException {
    var card = new VCard();
    var name = new StructuredName();
    name.setGiven(person.name().first());
    name.setFamily(person.name().last());
    if (!person.salutation().isEmpty()) {
      name.getPrefixes().add(person.salutation());
    }
    card.setStructuredName(name);
    card.setFormattedName(person.name().full());
    reach(card, person.emails(), person.phones(), person.addresses());
    for (var link : companies) {
      if (!link.company().name().isEmpty()) {
        card.setOrganization(link.company().name());
      }
      if (!link.jobTitle().isEmpty()) {
        card.addTitle(link.jobTitle());
      }
      if (!link.role().isEmpty()) {
        card.addRole(link.role());
      }
      if (!link.company().website().isEmpty()) {
        card.addUrl(link.company().website());
      }
    }
    var birthday = person.birthday();
    if (birthday != null) {
      card.setBirthday(birthday(birthday));
    }
    if (!person.language().isEmpty()) {
      card.addLanguage(person.language());
    }
    describe(card, person.description(), person.externalId());
    var photo = person.photo();
    if (photo != null) {
      card.addPhoto(new Photo(photo, ImageType.JPEG));
    }
    writer.write(card);
  }

  /** Writes a company. */
  public void company(ImportedCompany company) throws IOException {
    var card = new VCard();
    card.setKind(Kind.org());
    card.setFormattedName(company.name());
    card.setOrganization(company.name());
    // Apple's address book knows companies by this alone.
    card.addExtendedProperty("X-ABShowAs", "COMPANY");
    reach(card, company.emails(), company.phones(), company.addresses());
    if (!company.website().isEmpty()) {
      card.addUrl(company.website());
    }
    describe(card, company.description(), company.externalId());
    writer.write(card);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private Birthday birthday(eu.rempart.common.Birthday birthday) {
    return birthday
        .date()
        .map(Birthday::new)
        .orElseGet(
            () -> {
              var day = birthday.day();
              if (version == Version.V4) {
                return new Birthday(
                    PartialDate.builder()
                        .month(day.getMonthValue())
                        .date(day.getDayOfMonth())
                        .build());
              }
              // 3.0 has no date without year: Apple's way, which others read too.
              var written = new Birthday(day.atYear(1604));
              written.setParameter("X-APPLE-OMIT-YEAR", "1604");
              return written;
            });
  }

  private void reach(
      VCard card, List<EmailEntry> emails, List<PhoneEntry> phones, List<PostalAddress> addresses) {
    for (var entry : emails) {
      var email = new Email(entry.address().value());
      if (entry.kind() != EmailKind.OTHER) {
        email.getTypes().add(EmailType.get(entry.kind().name().toLowerCase(Locale.ROOT)));
      }
      email.setPref(entry.primary() ? Integer.valueOf(1) : null);
      card.addEmail(email);
    }
    for (var entry : phones) {
      var phone = new Telephone(entry.number().whole());
      phone.getTypes().addAll(types(entry.kind()));
      phone.setPref(entry.primary() ? Integer.valueOf(1) : null);
      card.addTelephoneNumber(phone);
    }
    for (var entry : addresses) {
      card.addAddress(address(entry));
    }
  }

  private static List<TelephoneType> types(PhoneKind kind) {
    return switch (kind) {
      case MOBILE -> List.of(TelephoneType.CELL);
      case WORK -> List.of(TelephoneType.WORK, TelephoneType.VOICE);
      case HOME -> List.of(TelephoneType.HOME, TelephoneType.VOICE);
      case FAX -> List.of(TelephoneType.FAX);
      case PAGER -> List.of(TelephoneType.PAGER);
      case OTHER -> List.of(TelephoneType.VOICE);
    };
  }

  private static Address address(PostalAddress entry) {
    var address = new Address();
    address.setStreetAddress(entry.street());
    address.setLocality(entry.city());
    address.setRegion(entry.region());
    address.setPostalCode(entry.postalCode());
    var country = entry.country();
    address.setCountry(country == null ? "" : country.name(Locale.ENGLISH));
    if (entry.kind() == AddressKind.HOME) {
      address.getTypes().add(AddressType.HOME);
    } else if (entry.kind() == AddressKind.WORK) {
      address.getTypes().add(AddressType.WORK);
    }
    return address;
  }

  private static void describe(VCard card, String description, String externalId) {
    if (!description.isEmpty()) {
      card.addNote(description);
    }
    if (!externalId.isEmpty()) {
      card.setUid(new Uid(externalId));
    }
  }
}
