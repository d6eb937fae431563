package eu.rempart.exchange.csv;

import static eu.rempart.exchange.csv.Field.COMPANY_NAME;
import static eu.rempart.exchange.csv.Field.FIRST_NAME;
import static eu.rempart.exchange.csv.Field.FULL_NAME;
import static eu.rempart.exchange.csv.Field.LAST_NAME;

import eu.rempart.common.EmailAddress;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Proposes what each column is imported as: by its name, else by what is in it. */
final class Proposal {

  private static final double MOST = 0.6;

  /** The number that a second column of one name got. */
  private static final Pattern REPEATED = Pattern.compile("(.+) \\(\\d+\\)");

  /** A second one of these says nothing that somebody would look for. */
  private static final Set<Field> TECHNICAL =
      EnumSet.of(
          Field.EXTERNAL_ID,
          Field.COMPANY_EXTERNAL_ID,
          Field.DEAL_EXTERNAL_ID,
          Field.DEAL_COMPANY_ID,
          Field.DEAL_CONTACT_ID,
          Field.ACTIVITY_EXTERNAL_ID,
          Field.ACTIVITY_COMPANY_ID,
          Field.ACTIVITY_CONTACT_ID,
          Field.ACTIVITY_DEAL_ID);

  private final List<String> headers;
  private final List<Target> targets = new ArrayList<>();

  private Proposal(List<String> headers) {
    this.headers = headers;
  }

  /**
   * The proposal.
   *
   * @param rows some rows below the header
   */
  static Mapping of(AliasTable table, List<String> headers, List<List<String>> rows) {
    var proposal = new Proposal(headers);
    for (var i = 0; i < headers.size(); i++) {
      var column = i;
      proposal.targets.add(
          byName(table, headers.get(i)).orElseGet(() -> byContent(table, column, rows)));
    }
    if (table.kind() == ImportKind.PEOPLE) {
      proposal.settleNames();
    }
    if (table.source() == ImportSource.ODOO && proposal.hasChildren()) {
      proposal.turnToCompany(false);
    } else if (table == AliasTable.generic() && proposal.isAboutCompanies()) {
      proposal.turnToCompany(true);
    }
    proposal.keepSeconds(table.source() == ImportSource.GENERIC);
    return new Mapping(proposal.targets);
  }

  /** Odoo's columns of the people below a company. */
  static boolean isChild(String header) {
    var lower = header.toLowerCase(Locale.ROOT);
    return lower.startsWith("contacts/")
        || lower.startsWith("contact/")
        || lower.startsWith("child_ids/");
  }

  private static Optional<Target> byName(AliasTable table, String header) {
    if (header.isEmpty()) {
      return Optional.empty();
    }
    var own = table.find(header);
    var found = own.isPresent() ? own : AliasTable.generic(table.kind()).find(header);
    var repeated = REPEATED.matcher(header);
    return found.isEmpty() && repeated.matches() ? byName(table, repeated.group(1)) : found;
  }

  private static Target byContent(AliasTable table, int column, List<List<String>> rows) {
    if (table.kind() != ImportKind.PEOPLE) {
      return Target.IGNORE;
    }
    var filled =
        rows.stream()
            .filter(r -> r.size() > column && !r.get(column).isBlank())
            .map(r -> r.get(column))
            .toList();
    var emails = filled.stream().filter(c -> EmailAddress.parse(c).isPresent()).count();
    var phones = filled.stream().filter(Proposal::looksLikePhone).count();
    if (filled.isEmpty() || Math.max(emails, phones) < filled.size() * MOST) {
      return Target.IGNORE;
    }
    return Target.of(emails >= phones ? Field.EMAIL : Field.PHONE);
  }

  private static boolean looksLikePhone(String cell) {
    var digits = cell.chars().filter(c -> c >= '0' && c <= '9').count();
    return digits >= 9
        && digits <= 15
        && (cell.startsWith("+") || cell.startsWith("0"))
        && cell.chars().allMatch(c -> Character.isDigit(c) || "+()/.- ".indexOf(c) >= 0);
  }

  /** "Nom" beside "Prénom" is the family name; alone it is the whole name. */
  private void settleNames() {
    var full = indexOf(FULL_NAME);
    if (full >= 0 && has(FIRST_NAME) && !has(LAST_NAME)) {
      targets.set(full, Target.of(LAST_NAME));
    }
  }

  private boolean hasChildren() {
    return headers.stream().anyMatch(Proposal::isChild);
  }

  /** No column of a person's name, but some that only companies have. */
  private boolean isAboutCompanies() {
    if (has(FIRST_NAME) || has(LAST_NAME) || has(Field.JOB_TITLE)) {
      return false;
    }
    var telling =
        EnumSet.of(
            Field.COMPANY_VAT_NUMBER,
            Field.COMPANY_REGISTER_NUMBER,
            Field.COMPANY_INDUSTRY,
            Field.COMPANY_SIZE,
            Field.COMPANY_REVENUE,
            Field.COMPANY_TYPE,
            Field.COMPANY_WEBSITE);
    return has(FULL_NAME)
        ? !has(COMPANY_NAME) && telling.stream().anyMatch(this::has)
        : has(COMPANY_NAME);
  }

  private void turnToCompany(boolean all) {
    for (var i = 0; i < targets.size(); i++) {
      if (all || !isChild(headers.get(i))) {
        targets.set(i, new Target(ofCompany(targets.get(i).field()), targets.get(i).slot()));
      }
    }
  }

  /** The company's field that means what the person's field means. */
  private static Field ofCompany(Field field) {
    return switch (field) {
      case EXTERNAL_ID -> Field.COMPANY_EXTERNAL_ID;
      case FULL_NAME -> COMPANY_NAME;
      case COMPANY_NAME -> Field.COMPANY_NAME;
      case EMAIL, EMAIL_WORK, EMAIL_HOME, EMAIL_OTHER -> Field.COMPANY_EMAIL;
      case PHONE, PHONE_WORK, PHONE_HOME, PHONE_OTHER, PHONE_MOBILE -> Field.COMPANY_PHONE;
      case PHONE_FAX -> Field.COMPANY_FAX;
      case ADDRESS, WORK_ADDRESS -> Field.COMPANY_BILLING_ADDRESS;
      case ADDRESS_STREET, WORK_STREET -> Field.COMPANY_BILLING_STREET;
      case ADDRESS_CITY, WORK_CITY -> Field.COMPANY_BILLING_CITY;
      case ADDRESS_REGION, WORK_REGION -> Field.COMPANY_BILLING_REGION;
      case ADDRESS_POSTAL_CODE, WORK_POSTAL_CODE -> Field.COMPANY_BILLING_POSTAL_CODE;
      case ADDRESS_COUNTRY, WORK_COUNTRY -> Field.COMPANY_BILLING_COUNTRY;
      case LANGUAGE -> Field.COMPANY_LANGUAGE;
      case TAGS -> Field.COMPANY_TAGS;
      case DESCRIPTION -> Field.COMPANY_DESCRIPTION;
      case DESCRIPTION_LINE -> Field.COMPANY_DESCRIPTION_LINE;
      case IS_COMPANY, ADDRESS_TYPE, SALUTATION -> Field.IGNORE;
      default -> field;
    };
  }

  /**
   * Of fields that hold one value the first column is proposed; further ones go into the
   * description, where somebody named them.
   *
   * @param own whether the names are somebody's own, and no program's
   */
  private void keepSeconds(boolean own) {
    var seen = EnumSet.noneOf(Field.class);
    for (var i = 0; i < targets.size(); i++) {
      var target = targets.get(i);
      if (!target.field().several() && target.slot() == 0 && !seen.add(target.field())) {
        var kept = own || REPEATED.matcher(headers.get(i)).matches();
        targets.set(i, Target.of(kept ? described(target.field()) : Field.IGNORE));
      }
    }
  }

  private static Field described(Field field) {
    if (TECHNICAL.contains(field)) {
      return Field.IGNORE;
    }
    return switch (field.side()) {
      case PERSON, LINK -> Field.DESCRIPTION_LINE;
      case COMPANY -> Field.COMPANY_DESCRIPTION_LINE;
      case DEAL -> Field.DEAL_DESCRIPTION_LINE;
      case ACTIVITY -> Field.ACTIVITY_DESCRIPTION_LINE;
      case ROW -> Field.IGNORE;
    };
  }

  private boolean has(Field field) {
    return indexOf(field) >= 0;
  }

  private int indexOf(Field field) {
    for (var i = 0; i < targets.size(); i++) {
      if (targets.get(i).field() == field) {
        return i;
      }
    }
    return -1;
  }
}
