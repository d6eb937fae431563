package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.RecordField;
import eu.rempart.common.SaveResult;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyRow;
import eu.rempart.company.CompanyService;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.merge.LikelyRecords;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.ConflictDialog;
import eu.rempart.shell.part.ConflictDialog.Choice;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import eu.rempart.shell.tag.Tags;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Lets a person fill in a company, and does what it takes until it is saved. */
@Component
final class CompanyEditor {

  private final CompanyService companies;
  private final MemberNames members;
  private final CompanyUnfinished unfinished;
  private final CurrentMember member;
  private final Tags tags;
  private final CustomFields custom;

  CompanyEditor(
      CompanyService companies,
      MemberNames members,
      CompanyUnfinished unfinished,
      CurrentMember member,
      Tags tags,
      CustomFields custom) {
    this.companies = companies;
    this.members = members;
    this.unfinished = unfinished;
    this.member = member;
    this.tags = tags;
    this.custom = custom;
  }

  /** Asks for a new company; tells its id once it is saved. */
  void create(Consumer<CompanyId> created) {
    new Session(null, created).open();
  }

  /** Asks for a new company over the page that is shown, and shows it once it is saved. */
  void createHere() {
    if (member.may(Right.WRITE_RECORDS, "company")) {
      create(CompanyNavigation::open);
    }
  }

  /**
   * Lets a company be changed; tells its id once it is saved, which is another one after "Gone".
   */
  void edit(Company company, Consumer<CompanyId> saved) {
    new Session(company, saved).open();
  }

  /** What a new one begins with: it is looked after by whoever writes it down. */
  private CompanyData start() {
    return allowed(CompanyData.EMPTY, CompanyData.builder().ownerId(member.id()).build());
  }

  /** What is filled in; fields that whoever writes may not fill in stay as they were. */
  private CompanyData allowed(CompanyData before, CompanyData filled) {
    Set<String> fixed = member.rights().fixed("company");
    CustomValues values = filled.custom().keeping(CustomField.idsOfColumns(fixed), before.custom());
    return CompanyField.copy(
        RecordField.of(CompanyField.class, fixed),
        before,
        filled.toBuilder().custom(values).build());
  }

  /** One panel from opening to saving. */
  private final class Session {

    private final Map<UUID, String> names = members.all();
    private final CompanyForm form;
    private final LikelyRecords likely = new LikelyRecords("company.duplicates");
    private final Consumer<CompanyId> saved;
    private final RecordPanel panel;
    private @Nullable Company company;

    Session(@Nullable Company found, Consumer<CompanyId> saved) {
      var draft = unfinished.of(found);
      company = unfinished.asItWas(found, draft);
      this.saved = saved;
      form =
          new CompanyForm(
              companies,
              names,
              company == null ? null : company.id(),
              tags,
              custom.book("company"));
      form.narrow(member.rights().hidden("company"), member.rights().fixed("company"));
      CompanyData begun = company == null ? start() : company.data();
      form.show(begun, company == null ? Map.of() : company.unopenable());
      panel =
          new RecordPanel(
              company == null ? t("company.new.title") : t("company.edit.title"),
              new Div(likely, form),
              t("company.save"),
              this::save);
      draft.ifPresent(left -> form.fill(left.typed().with(allowed(begun, left.typed().data()))));
      panel.setUnsaved(draft.isPresent());
      panel.onEnd(() -> unfinished.drop(found));
      unfinished.tell(panel, found, draft, () -> new Session(found, saved).open());
      form.onChange(
          typed -> {
            panel.setUnsaved(form.isChanged());
            unfinished.keep(company == null ? found : company, typed, form.isChanged());
            warn(typed.data());
          });
    }

    void open() {
      panel.open();
      form.focus();
    }

    private void warn(CompanyData typed) {
      @Nullable CompanyId self = company == null ? null : company.id();
      List<CompanyRow> similar =
          typed.name() == null || typed.name().length() < 3
              ? List.of()
              : companies.likelyDuplicates(typed, self);
      likely.show(similar.stream().map(CompanyRows::card).toList());
    }

    private void save() {
      form.value().ifPresent(data -> save(company, data));
    }

    /**
     * Saves what is typed.
     *
     * @param known what it was typed over, or merged with; null for a new one. The form still shows
     *     what it showed: only once this is saved is a merged one the one that it is about
     */
    private void save(@Nullable Company known, CompanyData data) {
      try {
        if (known == null) {
          done(companies.create(data), t("company.created"));
        } else {
          answer(known, companies.save(known.id(), known.version(), known.data(), data), data);
        }
      } catch (InvalidFieldException e) {
        form.show(e);
      } catch (AccessDeniedException _) {
        Notices.error(t("shell.form.forbidden")); // the role was narrowed meanwhile
      }
    }

    private void answer(Company known, SaveResult<Company, CompanyField> result, CompanyData mine) {
      switch (result) {
        case SaveResult.Saved<Company, CompanyField>(var now) -> done(now.id(), t("company.saved"));
        case SaveResult.Stale<Company, CompanyField> stale -> resolve(known.data(), stale, mine);
        case SaveResult.Gone<Company, CompanyField> _ ->
            Confirmation.ask(
                t("company.gone.title"),
                t("company.gone.sentence"),
                t("company.gone.create"),
                () -> {
                  company = null;
                  save(null, allowed(CompanyData.EMPTY, mine));
                });
      }
    }

    private void done(CompanyId id, String notice) {
      panel.done();
      Notices.success(notice);
      saved.accept(id);
    }

    private void resolve(
        CompanyData before, SaveResult.Stale<Company, CompanyField> stale, CompanyData typed) {
      CompanyData theirs = stale.current().data();
      Set<CompanyField> own = CompanyField.changed(before, typed);
      CompanyData mine =
          typed.toBuilder().custom(typed.custom().over(before.custom(), theirs.custom())).build();
      Set<CompanyField> both = EnumSet.noneOf(CompanyField.class);
      both.addAll(stale.both());
      if (!typed.custom().meets(before.custom(), theirs.custom())) {
        both.remove(CompanyField.CUSTOM);
      }
      Set<CompanyField> kept = EnumSet.noneOf(CompanyField.class);
      kept.addAll(stale.theirs());
      kept.removeAll(own);
      if (both.isEmpty()) {
        save(stale.current(), CompanyField.copy(own, mine, theirs));
        return;
      }
      Optional<String> who = members.of(stale.current().changed().memberId());
      new ConflictDialog<CompanyField>(
              who.orElse(""),
              both.stream().map(field -> choice(field, mine, theirs)).toList(),
              kept.stream().map(CompanyTexts::label).toList(),
              chosen -> {
                Set<CompanyField> winning = EnumSet.copyOf(own);
                winning.removeIf(field -> both.contains(field) && !chosen.contains(field));
                save(stale.current(), CompanyField.copy(winning, mine, theirs));
              })
          .open();
    }

    private Choice<CompanyField> choice(CompanyField field, CompanyData mine, CompanyData theirs) {
      return new Choice<>(
          field,
          CompanyTexts.label(field),
          CompanyTexts.value(field, mine, names, tags.book(), custom.book("company"), this::name),
          CompanyTexts.value(
              field, theirs, names, tags.book(), custom.book("company"), this::name));
    }

    private String name(CompanyId id) {
      return companies.reference(id).map(CompanyReference::name).orElse("…");
    }
  }
}
