package eu.rempart.company.ui;

import eu.rempart.account.MemberNames;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyService;
import eu.rempart.db.Reason;
import eu.rempart.duplicate.DuplicateService;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.merge.MergeRoom;
import eu.rempart.shell.merge.United;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.Tags;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How two companies become one. */
@Component
class CompanyMerge implements MergeRoom {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Nobody need choose among these: both records' entries stay. */
  private static final Set<CompanyField> UNITED =
      EnumSet.of(
          CompanyField.EMAILS,
          CompanyField.PHONES,
          CompanyField.ADDRESSES,
          CompanyField.TAGS,
          CompanyField.CUSTOM);

  private final CompanyService companies;
  private final DuplicateService duplicates;
  private final MemberNames members;
  private final Tags tags;
  private final CustomFields custom;

  CompanyMerge(
      CompanyService companies,
      DuplicateService duplicates,
      MemberNames members,
      Tags tags,
      CustomFields custom) {
    this.companies = companies;
    this.duplicates = duplicates;
    this.members = members;
    this.tags = tags;
    this.custom = custom;
  }

  @Override
  public String kind() {
    return "company";
  }

  @Override
  public Map<UUID, Side> sides(Set<UUID> ids) {
    Map<UUID, String> names = members.all();
    TagBook book = tags.book();
    CustomBook own = custom.book("company");
    return companies.findAll(ids.stream().map(CompanyId::new).toList()).stream()
        .collect(Collectors.toMap(each -> each.id().value(), each -> side(each, names, book, own)));
  }

  private Side side(Company record, Map<UUID, String> names, TagBook book, CustomBook own) {
    CompanyData data = record.data();
    Map<String, Field> fields = new LinkedHashMap<>();
    for (CompanyField field : CompanyField.values()) {
      String text = CompanyTexts.value(field, data, names, book, own, this::company);
      if (!text.isEmpty()) {
        fields.put(field.column(), new Field(CompanyTexts.label(field), text));
      }
    }
    return new Side(
        CompanyTexts.title(data, record.unopenable()),
        CompanyNavigation.details(record.id()),
        fields,
        UNITED.stream().map(CompanyField::column).collect(Collectors.toSet()));
  }

  @Override
  public boolean merge(UUID stays, UUID goes, Set<String> taken) {
    Map<UUID, Company> both = new HashMap<>();
    companies
        .findAll(List.of(new CompanyId(stays), new CompanyId(goes)))
        .forEach(each -> both.put(each.id().value(), each));
    Company one = both.get(stays);
    Company other = both.get(goes);
    if (one == null || other == null || stays.equals(goes)) {
      return false;
    }
    CompanyData merged = merged(one.data(), other.data(), taken);
    if (!CompanyField.changed(one.data(), merged).isEmpty()
        && !companies.saveAll(Map.of(one, merged), Reason.EDIT).isEmpty()) {
      return false;
    }
    duplicates.pointElsewhere("company", goes, stays);
    companies.archive(List.of(other.id()));
    return true;
  }

  private static CompanyData merged(CompanyData one, CompanyData other, Set<String> taken) {
    Set<CompanyField> fields = EnumSet.noneOf(CompanyField.class);
    for (CompanyField field : CompanyField.values()) {
      if (taken.contains(field.column()) && !UNITED.contains(field)) {
        fields.add(field);
      }
    }
    return CompanyField.copy(fields, other, one).toBuilder()
        .emails(United.emails(one.emails(), other.emails()))
        .phones(United.phones(one.phones(), other.phones()))
        .addresses(United.addresses(one.addresses(), other.addresses()))
        .tags(United.tags(one.tags(), other.tags()))
        // of two values in one field the one of the record that stays
        .custom(one.custom().or(other.custom()))
        .build();
  }

  private String company(CompanyId id) {
    return companies.reference(id).map(CompanyReference::name).orElse("");
  }

  @Override
  public void seen(List<UUID> ids) {
    companies.tellIndex(ids.stream().map(CompanyId::new).toList()).accept(PATIENCE);
  }
}
