package eu.rempart.exchange.value;

import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.number.NumberConvention;
import eu.rempart.exchange.format.ImportedCompany;
import eu.rempart.exchange.format.ProblemCode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Gathers a company while a row is read. The first value of a field wins. */
public final class CompanyDraft extends ReachDraft {

  private static final int MAX_NAME = 249;
  private static final int MAX_TEXT = 255;

  private String externalId = "";
  private String name = "";
  private Place namePlace = new Place(-1, "");
  private String website = "";
  private String type = "";
  private String industry = "";
  private String size = "";
  private @Nullable BigDecimal revenue;
  private String currency = "";
  private String vatNumber = "";
  private String registerNumber = "";
  private String language = "";
  private String parentName = "";

  /** Starts with nothing. */
  public CompanyDraft(Problems problems) {
    super(problems);
  }

  @Override
  String kind() {
    return "company";
  }

  /** Whether neither a name nor a reference says which company it is. */
  public boolean isNameless() {
    return name.isEmpty() && externalId.isEmpty();
  }

  @Override
  public boolean isEmpty() {
    return super.isEmpty() && isNameless() && website.isEmpty() && vatNumber.isEmpty();
  }

  /** The source's own key. */
  public void externalId(String text) {
    externalId = externalId.isEmpty() ? text.strip() : externalId;
  }

  /** The reference, as it is so far. */
  public String externalId() {
    return externalId;
  }

  /** Name. */
  public void name(String text, Place place) {
    namePlace = name.isEmpty() ? place : namePlace;
    name = first(name, text.strip(), place);
  }

  /** The name, as it is so far. */
  public String name() {
    return name;
  }

  /** Replaces name and reference by one of several that stood in their cells. */
  public void rename(String newName, String newExternalId) {
    name = newName.strip();
    externalId = newExternalId.strip();
  }

  /** Whether a website is known. */
  public boolean hasWebsite() {
    return !website.isEmpty();
  }

  /** Website; a second one goes into the description. */
  public void website(String text, Place place) {
    if (website.isEmpty()) {
      website = fit(text.strip(), MAX_TEXT, place);
    } else if (!website.equals(text.strip())) {
      keep(place, text);
    }
  }

  /** Customer, prospect, partner, supplier, competitor, in any of our languages. */
  public void type(String text, Place place) {
    Words.companyType(text).ifPresentOrElse(found -> type = found, () -> unknown(text, place));
  }

  /** Industry. */
  public void industry(String text, Place place) {
    industry = one(industry, text, MAX_TEXT, place);
  }

  /** Number of employees, or a range. */
  public void size(String text, Place place) {
    if (Headcounts.read(text).isPresent()) {
      size = first(size, text.strip(), place);
    } else if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      unknown(text, place);
    }
  }

  /** Annual revenue. */
  public void revenue(String text, NumberConvention written, Place place) {
    Amounts.parse(text, written)
        .ifPresentOrElse(
            amount -> {
              revenue = amount.value();
              currency = amount.currency();
            },
            () -> {
              problems().add(ProblemCode.NUMBER_INVALID, place);
              keep(place, text);
            });
  }

  /** VAT number. */
  public void vatNumber(String text, Place place) {
    vatNumber = one(vatNumber, text, MAX_TEXT, place);
  }

  /** SIRET, BCE, HRB, CUI … */
  public void registerNumber(String text, Place place) {
    registerNumber = one(registerNumber, text, MAX_TEXT, place);
  }

  /** The language to write in, by code or name. */
  public void language(String text, Place place) {
    Languages.find(text).ifPresentOrElse(found -> language = found, () -> unknown(text, place));
  }

  private void unknown(String text, Place place) {
    problems().add(ProblemCode.CHOICE_UNKNOWN, place);
    keep(place, text);
  }

  /** The company that it belongs to. */
  public void parent(String text, Place place) {
    parentName = one(parentName, text, MAX_NAME, place);
  }

  private String one(String known, String text, int max, Place place) {
    return known.isEmpty() ? fit(text.strip(), max, place) : first(known, text.strip(), place);
  }

  /** The company. */
  public ImportedCompany build(@Nullable CountryCode home) {
    var fitted = fit(name, MAX_NAME, namePlace);
    return new ImportedCompany(
        externalId,
        fitted,
        website,
        emails(EmailKind.WORK),
        phones(PhoneKind.WORK, false, home),
        addresses(AddressKind.BILLING),
        type,
        industry,
        size,
        revenue,
        currency,
        vatNumber,
        registerNumber,
        language,
        parentName,
        description(),
        tags(),
        custom());
  }
}
