package eu.rempart.archive.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.archive.BinFilter;
import eu.rempart.history.RecordKind;
import eu.rempart.history.RecordKinds;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.list.FilterChips;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds in the bin by name, kind, who, when and reason. */
final class BinFilterBar extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final TextField search = new TextField(t("archive.filter.search"));
  private final Select<String> kind = new Select<>();
  private final ChoiceField<UUID> who = new ChoiceField<>(t("archive.filter.who"));
  private final DateField from = new DateField().past();
  private final DateField to = new DateField().past();
  private final Select<String> reason = new Select<>();
  private final transient Map<UUID, String> members = new HashMap<>();
  private final transient RecordKinds kinds;
  private final FilterChips chips;

  BinFilterBar(RecordKinds kinds, Runnable changed) {
    this.kinds = kinds;
    getContent().addClassName("bin-filter");
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    kind.setLabel(t("archive.filter.kind"));
    kind.setEmptySelectionAllowed(true);
    kind.setEmptySelectionCaption(t("archive.filter.all"));
    kind.setItems(kinds.all().stream().map(RecordKind::name).toList());
    kind.setItemLabelGenerator(
        name -> name == null ? t("archive.filter.all") : t(kinds.of(name).labelKey()));
    who.setClearButtonVisible(true);
    who.setItemLabelGenerator(id -> members.getOrDefault(id, ""));
    reason.setLabel(t("archive.filter.reason"));
    reason.setEmptySelectionAllowed(true);
    reason.setEmptySelectionCaption(t("archive.filter.all"));
    reason.setItems("archive", "undo", "import");
    reason.setItemLabelGenerator(BinFilterBar::reasonLabel);
    from.setLabel(t("archive.filter.from"));
    to.setLabel(t("archive.filter.to"));
    chips = new FilterChips(kind, who, from, to, reason);
    getContent().add(search, chips);
    search.addValueChangeListener(_ -> changed.run());
    for (HasValue<?, ?> input : List.of(kind, who, from, to, reason)) {
      input.addValueChangeListener(
          _ -> {
            showChips();
            changed.run();
          });
    }
  }

  private void showChips() {
    chips.clear();
    chip(kind, name -> t(kinds.of(name).labelKey()));
    chip(who, id -> members.getOrDefault(id, "…"));
    chip(from, day -> t("archive.filter.from") + " " + Formats.date(day));
    chip(to, day -> t("archive.filter.to") + " " + Formats.date(day));
    chip(reason, BinFilterBar::reasonLabel);
  }

  private <V> void chip(HasValue<?, V> input, Function<V, String> label) {
    input.getOptionalValue().ifPresent(value -> chips.add(label.apply(value), input::clear));
  }

  private static String reasonLabel(@Nullable String code) {
    return switch (code) {
      case "archive" -> t("archive.reason.archive");
      case "undo" -> t("history.reason.undo");
      case "import" -> t("history.reason.import");
      case "bulk" -> t("history.reason.bulk");
      case null, default -> t("archive.filter.all");
    };
  }

  /** Offers members who archived something. */
  void offer(Map<UUID, String> more) {
    if (!members.keySet().containsAll(more.keySet())) {
      members.putAll(more);
      UUID chosen = who.getValue();
      who.setItems(members.keySet());
      who.setValue(chosen);
    }
  }

  BinFilter filter() {
    return new BinFilter(
        search.getValue(),
        kind.getValue(),
        who.getValue(),
        start(from.getOptionalValue()),
        start(to.getOptionalValue().map(day -> day.plusDays(1))),
        reason.getValue());
  }

  /** Whether it lets everything through. */
  boolean isOpen() {
    return filter().equals(BinFilter.ALL);
  }

  private static @Nullable Instant start(Optional<LocalDate> day) {
    return day.map(date -> date.atStartOfDay(Formats.zone()).toInstant()).orElse(null);
  }
}
