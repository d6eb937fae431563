package eu.rempart.exchange.vcard;

import eu.rempart.common.Birthday;
import eu.rempart.common.InvisibleMarks;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedLink;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.value.CompanyDraft;
import eu.rempart.exchange.value.DateOrder;
import eu.rempart.exchange.value.Dates;
import eu.rempart.exchange.value.PersonDraft;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.Problems;
import eu.rempart.exchange.value.ReachDraft;
import eu.rempart.exchange.value.TextKey;
import eu.rempart.picture.PictureReader;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.property.DateOrTimeProperty;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a person or company of one card. */
final class CardReader {

  /** The library's codes for a property, and a line, that it could not read. */
  private static final Set<Integer> UNREADABLE = Set.of(25, 27);

  private final ImportOptions options;
  private final LocalDate today;

  CardReader(ImportOptions options, Clock clock) {
    this.options = options;
    this.today = LocalDate.now(clock);
  }

  ImportedRow read(Card card) {
    var problems = new Problems(card.number());
    if (card.tooLarge()) {
      problems.add(ProblemCode.CARD_TOO_LARGE);
    } else if (!card.complete()) {
      problems.add(ProblemCode.CARD_BROKEN);
    } else {
      if (card.photoSkipped()) {
        problems.add(ProblemCode.PHOTO_SKIPPED);
      }
      if (card.keySkipped()) {
        problems.add(ProblemCode.KEY_SKIPPED, new Place(-1, "KEY"));
      }
      if (card.damaged()) {
        problems.add(ProblemCode.TEXT_DAMAGED);
      }
      var parsed = parse(card, problems);
      if (parsed != null) {
        return row(parsed, card.photo(), problems);
      }
      problems.add(ProblemCode.CARD_BROKEN);
    }
    return new ImportedRow(card.number(), List.of(), null, List.of(), problems.all());
  }

  /** What a card is that another reader parsed, with its photo. */
  ImportedRow read(long number, VCard card) {
    var problems = new Problems(number);
    byte[] photo = null;
    for (var one : card.getPhotos()) {
      var file = one.getData();
      if (photo == null && file != null && PictureReader.recognises(file)) {
        photo = file;
      } else {
        problems.add(ProblemCode.PHOTO_SKIPPED, new Place(-1, ""));
      }
    }
    if (!card.getLogos().isEmpty() || !card.getSounds().isEmpty()) {
      problems.add(ProblemCode.PHOTO_SKIPPED, new Place(-1, ""));
    }
    if (!card.getKeys().isEmpty()) {
      problems.add(ProblemCode.KEY_SKIPPED, new Place(-1, "KEY"));
    }
    return row(card, photo, problems);
  }

  /** A card that nobody can read. */
  static ImportedRow unreadable(long number, ProblemCode why) {
    return new ImportedRow(number, List.of(), null, List.of(), List.of(RowProblem.of(number, why)));
  }

  private static @Nullable VCard parse(Card card, Problems problems) {
    try (var reader = new VCardReader(new StringReader(card.text()), VCardVersion.V2_1)) {
      var parsed = reader.readNext();
      for (var warning : reader.getWarnings()) {
        var code = warning.getCode();
        if (code != null && UNREADABLE.contains(code)) {
          var name = Objects.requireNonNullElse(warning.getPropertyName(), "");
          problems.add(ProblemCode.CARD_PARTLY_READ, new Place(-1, name));
        }
      }
      return parsed;
    } catch (IOException | RuntimeException _) {
      // Whatever a broken card does to the library, it must not end the import of the others.
      return null;
    }
  }

  private ImportedRow row(VCard card, byte @Nullable [] photo, Problems problems) {
    var shown = card.getFormattedName() == null ? "" : text(card.getFormattedName().getValue());
    var cells = List.of(shown);
    if (isGroup(card)) {
      problems.add(ProblemCode.GROUP);
      return new ImportedRow(problems.row(), cells, null, List.of(), problems.all());
    }
    var links = isCompany(card) ? company(card, shown, problems) : new ArrayList<ImportedLink>();
    var person = isCompany(card) ? null : person(card, shown, problems);
    if (person != null) {
      links.addAll(CardWork.of(card, person, problems, options.home()));
    }
    var nobody = person == null || person.isAnonymous();
    if (nobody && links.isEmpty()) {
      problems.add(ProblemCode.NAME_MISSING);
    }
    var built =
        nobody || person == null ? null : person.build(!links.isEmpty(), options.home(), photo);
    return new ImportedRow(problems.row(), cells, built, links, problems.all());
  }

  private PersonDraft person(VCard card, String shown, Problems problems) {
    var person = new PersonDraft(problems);
    var name = card.getStructuredName();
    if (name != null) {
      names(person, name);
    }
    person.full(shown, new Place(-1, "FN"));
    reach(card, person);
    var birthday = card.getBirthday();
    if (birthday != null) {
      birthday(birthday, person);
    }
    // The library hands over what it can't read as a property of its own.
    card.getExtendedProperties("BDAY").forEach(p -> birthday(text(p.getValue()), "", person));
    if (card.getUid() != null) {
      person.externalId(text(card.getUid().getValue()));
    }
    if (!card.getLanguages().isEmpty()) {
      var language = text(card.getLanguages().getFirst().getValue());
      if (!language.isEmpty()) {
        person.language(language, new Place(-1, "LANG"));
      }
    }
    return person;
  }

  private static void names(PersonDraft person, StructuredName name) {
    person.salutation(String.join(" ", name.getPrefixes()), new Place(-1, "N"));
    person.first(text(name.getGiven()), new Place(-1, "N"));
    person.middle(String.join(" ", name.getAdditionalNames()));
    person.last(text(name.getFamily()), new Place(-1, "N"));
    person.suffix(String.join(" ", name.getSuffixes()));
  }

  private List<ImportedLink> company(VCard card, String shown, Problems problems) {
    var company = new CompanyDraft(problems);
    card.getOrganizations().stream().limit(1).forEach(o -> CardWork.fill(company, o));
    company.name(shown, new Place(-1, "FN"));
    reach(card, company);
    keepName(card, company);
    card.getUrls().forEach(u -> company.website(text(u.getValue()), new Place(-1, "URL")));
    if (card.getUid() != null) {
      company.externalId(text(card.getUid().getValue()));
    }
    var links = new ArrayList<ImportedLink>();
    if (!company.name().isEmpty()) {
      links.add(new ImportedLink(company.build(options.home()), "", ""));
    }
    return links;
  }

  private static void reach(VCard card, ReachDraft draft) {
    CardContacts.read(card, draft);
    card.getNicknames()
        .forEach(n -> n.getValues().forEach(v -> draft.keep(new Place(-1, "NICKNAME"), v)));
    card.getNotes().forEach(n -> draft.describe(text(n.getValue())));
    CardRest.keep(card, draft);
  }

  private void birthday(DateOrTimeProperty property, PersonDraft person) {
    var partial = property.getPartialDate();
    var written =
        partial != null && partial.getMonth() != null && partial.getDate() != null
            ? String.format(
                Locale.ROOT,
                "%s-%02d-%02d",
                partial.getYear() == null
                    ? "-"
                    : String.format(Locale.ROOT, "%04d", partial.getYear()),
                partial.getMonth(),
                partial.getDate())
            : property.getDate() != null ? property.getDate().toString() : text(property.getText());
    var omitted = Objects.requireNonNullElse(property.getParameter("X-APPLE-OMIT-YEAR"), "");
    birthday(written, omitted, person);
  }

  private void birthday(String written, String omitted, PersonDraft person) {
    Dates.birthday(written, DateOrder.DAY_FIRST, today)
        .map(day -> hasYear(day, omitted) ? day : new Birthday(day.day(), null))
        .ifPresentOrElse(
            person::birthday,
            () -> {
              if (!Dates.isBlank(written)) {
                person.unreadableBirthday(written, new Place(-1, "BDAY"));
              }
            });
  }

  private static boolean hasYear(Birthday day, String omitted) {
    return omitted.isEmpty() || !omitted.equals(String.valueOf(day.year()));
  }

  private static boolean isGroup(VCard card) {
    return (card.getKind() != null && card.getKind().isGroup())
        || extended(card, "X-ADDRESSBOOKSERVER-KIND").filter("group"::equals).isPresent();
  }

  private static boolean isCompany(VCard card) {
    return (card.getKind() != null && card.getKind().isOrg())
        || (isNameless(card) && !card.getOrganizations().isEmpty())
        || isCalledAsItsOrganisation(card)
        || (hasNoParts(card) && extended(card, "X-ABShowAs").filter("company"::equals).isPresent());
  }

  /** A card of a company may name somebody: whoever it is, the name stays. */
  private static void keepName(VCard card, CompanyDraft company) {
    var name = card.getStructuredName();
    if (name != null && !hasNoParts(card)) {
      var person = (text(name.getGiven()) + " " + text(name.getFamily())).strip();
      if (!TextKey.of(person).equals(TextKey.of(company.name()))) {
        company.remark(new Place(-1, "N"), person);
      }
    }
  }

  private static boolean isNameless(VCard card) {
    var shown = card.getFormattedName();
    return hasNoParts(card) && (shown == null || text(shown.getValue()).isEmpty());
  }

  private static boolean hasNoParts(VCard card) {
    var name = card.getStructuredName();
    return name == null || (text(name.getGiven()) + text(name.getFamily())).isEmpty();
  }

  /** Android and others show a company by its own name, and give nobody's. */
  private static boolean isCalledAsItsOrganisation(VCard card) {
    var shown = card.getFormattedName();
    return shown != null
        && hasNoParts(card)
        && card.getOrganizations().stream()
            .flatMap(organisation -> organisation.getValues().stream())
            .limit(1)
            .anyMatch(
                name -> name != null && TextKey.of(name).equals(TextKey.of(shown.getValue())));
  }

  private static Optional<String> extended(VCard card, String name) {
    return Optional.ofNullable(card.getExtendedProperty(name))
        .map(RawProperty::getValue)
        .map(TextKey::of);
  }

  static String text(@Nullable String value) {
    return value == null ? "" : InvisibleMarks.strip(value).strip();
  }
}
