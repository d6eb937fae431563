package eu.rempart.exchange.value;

import eu.rempart.common.AddressKind;
import eu.rempart.common.Birthday;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PersonName;
import eu.rempart.common.PhoneKind;
import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.format.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Gathers a person while a row is read. The first value of a field wins. */
public final class PersonDraft extends ReachDraft {

  private static final int MAX_NAME = 100;
  private static final int MAX_TITLE = 255;
  private static final Place NOWHERE = new Place(-1, "");

  private String externalId = "";
  private String salutation = "";
  private String first = "";
  private String middle = "";
  private String last = "";
  private String suffix = "";
  private String full = "";
  private @Nullable EmailAddress shownAddress;
  private @Nullable Birthday birthday;
  private String language = "";
  private boolean doNotCall;
  private Place firstPlace = NOWHERE;
  private Place lastPlace = NOWHERE;

  /** Starts with nothing. */
  public PersonDraft(Problems problems) {
    super(problems);
  }

  @Override
  String kind() {
    return "contact";
  }

  @Override
  public boolean isEmpty() {
    return super.isEmpty() && isNameless() && externalId.isEmpty() && shownAddress == null;
  }

  /** Whether no part of a name is known. */
  public boolean isNameless() {
    return first.isEmpty() && middle.isEmpty() && last.isEmpty() && full.isEmpty();
  }

  /** Whether nothing says who it is: no name, no reference, no way to reach anybody. */
  public boolean isAnonymous() {
    return isNameless() && externalId.isEmpty() && !isReachable() && shownAddress == null;
  }

  /**
   * Whether it is rather the house than somebody in it: no name, no reference, and no address but
   * such as {@code info@…}.
   */
  public boolean isHouse() {
    return isNameless() && externalId.isEmpty() && hasOnlyHouseEmails();
  }

  /** The source's own key. */
  public void externalId(String text) {
    externalId = externalId.isEmpty() ? text.strip() : externalId;
  }

  /** Mr, Mme, Dr … */
  public void salutation(String text, Place place) {
    salutation =
        salutation.isEmpty()
            ? fit(text.strip(), MAX_NAME, place)
            : first(salutation, text.strip(), place);
  }

  /** A job title, as far as there is room for it; the whole of a longer one is described. */
  public String title(String text, Place place) {
    return fit(text.strip(), MAX_TITLE, place);
  }

  /** Given name. */
  public void first(String text, Place place) {
    firstPlace = first.isEmpty() ? place : firstPlace;
    first = first(first, text.strip(), place);
  }

  /** Further given names. */
  public void middle(String text) {
    middle = middle.isEmpty() ? text.strip() : middle;
  }

  /** Family name. */
  public void last(String text, Place place) {
    lastPlace = last.isEmpty() ? place : lastPlace;
    last = first(last, text.strip(), place);
  }

  /** What follows the family name: Jr., PhD. */
  public void suffix(String text) {
    suffix = suffix.isEmpty() ? text.strip() : suffix;
  }

  /**
   * The name in one piece; it counts only where no part is known. An e-mail address is no name:
   * programs write it where they know none.
   */
  public void full(String text, Place place) {
    var stripped = text.strip();
    var address = EmailAddress.parse(stripped);
    if (address.isPresent()) {
      shownAddress = shownAddress == null ? address.get() : shownAddress;
      return;
    }
    full = first(full, stripped, place);
    lastPlace = lastPlace.equals(NOWHERE) ? place : lastPlace;
  }

  /** Adds the address that stands for the name, where no other column or property has it. */
  private void addShownAddress() {
    var address = shownAddress;
    if (address != null && !hasEmail(address)) {
      email(address.value(), null, false, lastPlace);
    }
  }

  /** Whether a given or family name is known, or both are in one piece. */
  public boolean isNamed() {
    return !isNameless();
  }

  /** The name in one piece, as it is so far. */
  public String called() {
    return isNamed() ? name().full() : "";
  }

  /** Takes the company off a name such as {@code Brasserie du Marché, Luc Peeters}. */
  public void nameWithin(String company) {
    var lead = company.strip() + ", ";
    if (lead.length() > 2 && full.startsWith(lead)) {
      full = full.substring(lead.length()).strip();
    }
  }

  /** A birthday that was read. */
  public void birthday(Birthday day) {
    birthday = birthday == null ? day : birthday;
  }

  /** A cell that wasn't a birthday. */
  public void unreadableBirthday(String text, Place place) {
    problems().add(ProblemCode.DATE_INVALID, place);
    keep(place, text);
  }

  /** The language to write in, by code or name. */
  public void language(String text, Place place) {
    Languages.find(text)
        .ifPresentOrElse(
            code -> language = code,
            () -> {
              problems().add(ProblemCode.CHOICE_UNKNOWN, place);
              keep(place, text);
            });
  }

  /** The person asked not to be called. */
  public void doNotCall() {
    doNotCall = true;
  }

  /**
   * The person.
   *
   * @param employed whether the row has a company: contacts of unknown kind are then for work
   */
  public ImportedPerson build(boolean employed, @Nullable CountryCode home) {
    return build(employed, home, null);
  }

  /** As {@link #build(boolean, CountryCode)}, with the file of a photo. */
  public ImportedPerson build(
      boolean employed, @Nullable CountryCode home, byte @Nullable [] photo) {
    addShownAddress();
    var name = name();
    return new ImportedPerson(
        externalId,
        salutation,
        name,
        emails(employed ? EmailKind.WORK : EmailKind.OTHER),
        phones(employed ? PhoneKind.WORK : PhoneKind.OTHER, doNotCall, home),
        addresses(employed ? AddressKind.WORK : AddressKind.HOME),
        birthday,
        language,
        doNotCall,
        description(),
        tags(),
        photo,
        custom());
  }

  private PersonName name() {
    if (first.isEmpty() && middle.isEmpty() && last.isEmpty()) {
      var split = PersonName.split(full);
      return fitted(split.first(), split.last());
    }
    var given = middle.isEmpty() ? first : (first + " " + middle).strip();
    var family = suffix.isEmpty() ? last : (last + " " + suffix).strip();
    return fitted(given, family);
  }

  private PersonName fitted(String given, String family) {
    return new PersonName(fit(given, MAX_NAME, firstPlace), fit(family, MAX_NAME, lastPlace));
  }
}
