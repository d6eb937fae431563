package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.RecordField;
import eu.rempart.common.SaveResult;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyReference;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealContactService;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealField;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.line.LineRefusedException;
import eu.rempart.product.Product;
import eu.rempart.product.ProductService;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.ConflictDialog;
import eu.rempart.shell.part.ConflictDialog.Choice;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.text.HomeCountry;
import eu.rempart.shell.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Lets a person fill in a deal, and does what it takes until it is saved. */
@Component
public final class DealEditor {

  private final DealService deals;
  private final DealContactService people;
  private final Pipelines pipelines;
  private final RecordPickers pickers;
  private final MemberNames members;
  private final DealUnfinished unfinished;
  private final CurrentMember member;
  private final Tags tags;
  private final CustomFields custom;
  private final ProductService products;

  DealEditor(
      DealService deals,
      DealContactService people,
      Pipelines pipelines,
      RecordPickers pickers,
      MemberNames members,
      DealUnfinished unfinished,
      CurrentMember member,
      Tags tags,
      CustomFields custom,
      ProductService products) {
    this.deals = deals;
    this.people = people;
    this.pipelines = pipelines;
    this.pickers = pickers;
    this.members = members;
    this.unfinished = unfinished;
    this.member = member;
    this.tags = tags;
    this.custom = custom;
    this.products = products;
  }

  /**
   * Asks for a new deal; tells its id once it is saved.
   *
   * @param start what is known beforehand: owner, stage, company
   */
  public void create(DealData start, Consumer<DealId> created) {
    DealData begun = allowed(DealData.EMPTY, withCurrency(start));
    new Session(null, begun, placeOf(start), deals::create, created).open();
  }

  /**
   * Asks for a new deal over whatever page is shown, and shows it once it is saved; the board shows
   * it itself.
   */
  void createHere() {
    if (UI.getCurrent().getActiveViewLocation().getPath().equals(DealNavigation.BOARD)) {
      DealNavigation.openNew();
    } else if (member.may(Right.WRITE_RECORDS, "deal")) {
      create(
          DealData.builder()
              .ownerId(member.id())
              .stageId(pipelines.book().pipelines().getFirst().open().getFirst().kept())
              .build(),
          DealNavigation::open);
    }
  }

  /** As {@link #create}, of a deal in which a person takes part; on that person's page. */
  public void createWith(ContactId person, DealData start, Consumer<DealId> created) {
    DealData begun = allowed(DealData.EMPTY, withCurrency(start));
    new Session(null, begun, person.value(), data -> people.createWith(person, data), created)
        .open();
  }

  /** The company on whose page it is begun; null for none. */
  private static @Nullable UUID placeOf(DealData start) {
    CompanyId company = start.companyId();
    return company == null ? null : company.value();
  }

  /** In the currency of the person's country, which most amounts are in. */
  private static DealData withCurrency(DealData start) {
    return start.currency() == null
        ? start.toBuilder().currency(HomeCountry.currency()).build()
        : start;
  }

  /** What is filled in; fields that whoever writes may not fill in stay as they were. */
  private DealData allowed(DealData before, DealData filled) {
    Set<String> fixed = member.rights().fixed("deal");
    CustomValues values = filled.custom().keeping(CustomField.idsOfColumns(fixed), before.custom());
    return DealField.copy(
        RecordField.of(DealField.class, fixed), before, filled.toBuilder().custom(values).build());
  }

  /** Lets a deal be changed; tells its id once it is saved, which is another one after "Gone". */
  void edit(Deal deal, Consumer<DealId> saved) {
    new Session(deal, deal.data(), null, deals::create, saved).open();
  }

  /** Lets the products of a deal be changed; else as {@link #edit}. */
  void editProducts(Deal deal, Consumer<DealId> saved) {
    Session session = new Session(deal, deal.data(), null, deals::create, saved);
    session.open();
    session.form.products().open();
  }

  private List<Product> offered() {
    return member.may(Right.READ_RECORDS, "product")
            && !member.rights().fixed("deal").contains(DealField.LINES.column())
        ? products.all(Texts.locale()).stream().filter(product -> product.data().offered()).toList()
        : List.of();
  }

  /** One panel from opening to saving. */
  private final class Session {

    private final Map<UUID, String> names = members.all();
    private final StageBook stages = pipelines.book();
    private final DealForm form =
        new DealForm(pickers, stages, names, tags, custom.book("deal"), offered());
    private final Function<DealData, DealId> creating;
    private final Consumer<DealId> saved;
    private final RecordPanel panel;
    private @Nullable Deal deal;

    Session(
        @Nullable Deal found,
        DealData start,
        @Nullable UUID place,
        Function<DealData, DealId> creating,
        Consumer<DealId> saved) {
      this.creating = creating;
      var draft = unfinished.of(found, place);
      deal = unfinished.asItWas(found, draft);
      this.saved = saved;
      form.narrow(member.rights().hidden("deal"), member.rights().fixed("deal"));
      form.show(deal == null ? start : deal.data(), deal == null ? Map.of() : deal.unopenable());
      panel =
          new RecordPanel(
              deal == null ? t("deal.new.title") : t("deal.edit.title"),
              form,
              t("deal.save"),
              () -> form.value().ifPresent(data -> save(deal, data)));
      DealData begun = deal == null ? start : deal.data();
      draft.ifPresent(left -> form.fill(allowed(begun, left.typed())));
      panel.setUnsaved(draft.isPresent());
      panel.onEnd(() -> unfinished.drop(found, place));
      unfinished.tell(
          panel, found, draft, () -> new Session(found, start, place, creating, saved).open());
      form.onChange(
          typed -> {
            panel.setUnsaved(form.isChanged());
            unfinished.keep(deal == null ? found : deal, place, typed, form.isChanged());
          });
    }

    void open() {
      panel.open();
      form.focus();
    }

    /**
     * Saves what is typed.
     *
     * @param known what it was typed over, or merged with; null for a new deal. The form still
     *     shows what it showed: only once this is saved is a merged deal the one that it is about
     */
    private void save(@Nullable Deal known, DealData data) {
      try {
        if (known == null) {
          done(creating.apply(data), t("deal.created"));
        } else {
          answer(known, deals.save(known.id(), known.version(), known.data(), data), data);
        }
      } catch (InvalidFieldException e) {
        form.show(e);
      } catch (LineRefusedException e) {
        form.products().refuse(e);
      } catch (DataIntegrityViolationException _) {
        Notices.error(t("deal.move.gone")); // the stage was removed meanwhile
      } catch (AccessDeniedException _) {
        Notices.error(t("shell.form.forbidden")); // the role was narrowed meanwhile
      }
    }

    private void answer(Deal known, SaveResult<Deal, DealField> result, DealData mine) {
      switch (result) {
        case SaveResult.Saved<Deal, DealField>(var now) -> done(now.id(), t("deal.saved"));
        case SaveResult.Stale<Deal, DealField> stale -> resolve(known.data(), stale, mine);
        case SaveResult.Gone<Deal, DealField> _ ->
            Confirmation.ask(
                t("deal.gone.title"),
                t("deal.gone.sentence"),
                t("deal.gone.create"),
                () -> {
                  deal = null;
                  save(null, allowed(DealData.EMPTY, mine));
                });
      }
    }

    private void done(DealId id, String notice) {
      panel.done();
      Notices.success(notice);
      saved.accept(id);
    }

    private void resolve(DealData before, SaveResult.Stale<Deal, DealField> stale, DealData typed) {
      DealData theirs = stale.current().data();
      Set<DealField> own = DealField.changed(before, typed);
      DealData mine =
          typed.toBuilder().custom(typed.custom().over(before.custom(), theirs.custom())).build();
      Set<DealField> both = EnumSet.noneOf(DealField.class);
      both.addAll(stale.both());
      if (!typed.custom().meets(before.custom(), theirs.custom())) {
        both.remove(DealField.CUSTOM);
      }
      Set<DealField> kept = EnumSet.noneOf(DealField.class);
      kept.addAll(stale.theirs());
      kept.removeAll(own);
      Set<DealField> money = money(own, stale.theirs(), mine, theirs);
      if (!money.isEmpty()) {
        both.removeAll(DealField.MONEY);
        kept.removeAll(DealField.MONEY);
      }
      if (both.isEmpty() && money.isEmpty()) {
        save(stale.current(), DealField.copy(own, mine, theirs));
        return;
      }
      List<Choice<DealField>> choices =
          new ArrayList<>(both.stream().map(field -> choice(Set.of(field), mine, theirs)).toList());
      if (!money.isEmpty()) {
        choices.add(choice(money, mine, theirs));
      }
      new ConflictDialog<DealField>(
              members.of(stale.current().changed().memberId()).orElse(""),
              choices,
              kept.stream().map(DealTexts::label).toList(),
              chosen -> {
                Set<DealField> winning = EnumSet.copyOf(own);
                winning.removeIf(field -> both.contains(field) && !chosen.contains(field));
                if (!money.isEmpty()) {
                  winning.removeAll(DealField.MONEY);
                  winning.addAll(chosen.stream().anyMatch(money::contains) ? money : Set.of());
                }
                save(stale.current(), DealField.copy(winning, mine, theirs));
              })
          .open();
    }

    /**
     * What differs of the amount and of what it follows from, where both changed some of it: one
     * choice, since halves of two would come to what neither wrote.
     */
    private Set<DealField> money(
        Set<DealField> own, Set<DealField> others, DealData mine, DealData theirs) {
      Set<DealField> money = EnumSet.noneOf(DealField.class);
      if (!Collections.disjoint(own, DealField.MONEY)
          && !Collections.disjoint(others, DealField.MONEY)) {
        Set<String> fixed = member.rights().fixed("deal");
        money.addAll(DealField.changed(mine, theirs));
        money.retainAll(DealField.MONEY);
        money.removeIf(field -> fixed.contains(field.column()));
      }
      return money;
    }

    private Choice<DealField> choice(Set<DealField> fields, DealData mine, DealData theirs) {
      return new Choice<>(
          fields.iterator().next(),
          fields.stream().map(DealTexts::label).collect(Collectors.joining(", ")),
          value(fields, mine),
          value(fields, theirs));
    }

    private String value(Set<DealField> fields, DealData data) {
      return fields.stream()
          .map(
              field ->
                  DealTexts.value(
                      field, data, names, tags.book(), custom.book("deal"), stages, this::company))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining("\n"));
    }

    private String company(CompanyId id) {
      CompanyReference reference = pickers.reference(id);
      return reference == null ? "" : reference.name();
    }
  }
}
