package eu.rempart.exchange.csv;

import eu.rempart.common.custom.CustomField;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.value.TextKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Proposes the organisation's own fields for columns that are called as they are. */
public final class CustomProposal {

  /** By these a record is recognised: whoever calls an own field so too maps it by hand. */
  private static final Set<Field> STAYS =
      Set.of(
          Field.EXTERNAL_ID,
          Field.FIRST_NAME,
          Field.LAST_NAME,
          Field.FULL_NAME,
          Field.EMAIL,
          Field.PHONE,
          Field.COMPANY_EXTERNAL_ID,
          Field.COMPANY_NAME,
          Field.COMPANY_EMAIL,
          Field.COMPANY_PHONE,
          Field.DEAL_EXTERNAL_ID,
          Field.DEAL_NAME,
          Field.DEAL_STAGE,
          Field.DEAL_COMPANY,
          Field.ACTIVITY_EXTERNAL_ID,
          Field.ACTIVITY_SUBJECT,
          Field.ACTIVITY_KIND,
          Field.ACTIVITY_WHEN);

  private CustomProposal() {}

  /**
   * The proposal of an inspection with these fields in place of what was guessed, or left out.
   *
   * @param fields in their order
   */
  public static Mapping of(CsvInspection found, List<CustomField> fields) {
    List<Target> targets = new ArrayList<>(found.proposal().targets());
    AliasTable table = AliasTable.detect(found.headers(), found.kind());
    AliasTable generic = AliasTable.generic(found.kind());
    boolean aboutCompanies = isAboutCompanies(found.proposal());
    for (int i = 0; i < targets.size(); i++) {
      String header = found.headers().get(i);
      boolean named = table.find(header).isPresent() || generic.find(header).isPresent();
      // a column may look like e-mail addresses, and be called as an own field
      if (!header.isEmpty() && !(named && STAYS.contains(targets.get(i).field()))) {
        int column = i;
        target(header, fields, found.kind(), aboutCompanies)
            .filter(own -> !targets.contains(own))
            .ifPresent(own -> targets.set(column, own));
      }
    }
    return new Mapping(targets);
  }

  private static Optional<Target> target(
      String header, List<CustomField> fields, ImportKind kind, boolean aboutCompanies) {
    String key = TextKey.of(header);
    return fields.stream()
        .filter(
            field ->
                field.label().byLanguage().values().stream()
                    .anyMatch(label -> TextKey.of(label).equals(key)))
        .flatMap(field -> targets(field, kind, aboutCompanies).stream())
        .findFirst();
  }

  /** What a column can become of the field, the likelier first. */
  private static List<Target> targets(CustomField field, ImportKind kind, boolean companyFirst) {
    List<Target> targets = new ArrayList<>(2);
    if (kind != ImportKind.PEOPLE) {
      if (field.records().contains(kind.record())) {
        targets.add(
            Target.of(kind == ImportKind.DEALS ? Field.DEAL_CUSTOM : Field.ACTIVITY_CUSTOM, field));
      }
      return targets;
    }
    if (field.records().contains("contact")) {
      targets.add(Target.of(Field.CUSTOM, field));
    }
    if (field.records().contains("company")) {
      targets.add(companyFirst ? 0 : targets.size(), Target.of(Field.COMPANY_CUSTOM, field));
    }
    return targets;
  }

  /** What columns of a file of this kind can be mapped to, of these fields. */
  public static List<Target> targets(List<CustomField> fields, ImportKind kind) {
    return fields.stream().flatMap(field -> targets(field, kind, false).stream()).toList();
  }

  private static boolean isAboutCompanies(Mapping mapping) {
    return mapping.has(Field.COMPANY_NAME)
        && Arrays.asList(Field.FIRST_NAME, Field.LAST_NAME, Field.FULL_NAME, Field.EMAIL).stream()
            .noneMatch(mapping::has);
  }
}
