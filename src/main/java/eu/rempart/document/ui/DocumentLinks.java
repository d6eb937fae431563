package eu.rempart.document.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentLink;
import eu.rempart.document.DocumentLinkService;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.TypedText;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a document is about: records, which can be added and taken away. */
@Component
final class DocumentLinks {

  private final DocumentLinkService service;
  private final HistoryService history;
  private final RecordKinds kinds;
  private final WayBack back;
  private final DocumentDesk desk;
  private final RecordChoice choice;

  DocumentLinks(
      DocumentLinkService service,
      HistoryService history,
      RecordKinds kinds,
      WayBack back,
      DocumentDesk desk,
      RecordChoice choice) {
    this.service = service;
    this.history = history;
    this.kinds = kinds;
    this.back = back;
    this.desk = desk;
    this.choice = choice;
  }

  /** A block with the records, by a query for each kind of them. */
  Card card(Document document, Runnable changed) {
    boolean mayWrite = desk.mayWrite(document);
    List<DocumentLink> links = service.of(document.id());
    Map<String, Map<UUID, String>> names =
        links.stream()
            .map(DocumentLink::record)
            .collect(
                Collectors.groupingBy(
                    RecordRef::kind, Collectors.mapping(RecordRef::id, Collectors.toSet())))
            .entrySet()
            .stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, ids -> history.names(ids.getKey(), ids.getValue())));
    var card = new Card(t("document.links"));
    if (mayWrite) {
      var add =
          new Button(t("document.links.add"), Glyph.ADD.create(), _ -> add(document.id(), changed));
      add.addThemeVariants(ButtonVariant.TERTIARY);
      card.withAction(add);
    }
    if (links.isEmpty()) {
      card.add(new Paragraph(t("document.links.none")));
      return card;
    }
    var list = new UnorderedList();
    list.addClassName("link-lines");
    links.forEach(
        link ->
            list.add(
                line(
                    link,
                    names
                        .getOrDefault(link.record().kind(), Map.of())
                        .getOrDefault(link.record().id(), "…"),
                    mayWrite,
                    changed)));
    card.add(list);
    return card;
  }

  private ListItem line(DocumentLink link, String name, boolean mayWrite, Runnable changed) {
    String path = kinds.of(link.record().kind()).path(link.record().id()).orElse("");
    var kind = new Span(t(kinds.of(link.record().kind()).labelKey()));
    kind.addClassName("link-what");
    var words = new com.vaadin.flow.component.html.Div(new Anchor(path, name), kind);
    words.addClassName("link-words");
    var item = new ListItem(words);
    if (mayWrite) {
      var remove = new Button(Glyph.CLOSE.create(), _ -> remove(link, changed));
      remove.addThemeVariants(ButtonVariant.TERTIARY);
      remove.setAriaLabel(t("document.links.remove", name));
      item.add(remove);
    }
    return item;
  }

  private void add(DocumentId document, Runnable changed) {
    var dialog = new Dialog();
    dialog.setHeaderTitle(t("document.links.add"));
    ChoiceField<RecordChoice.Found> box = choice.box(t("document.links.which"));
    var save =
        new Button(
            t("document.links.save"),
            _ -> {
              if (!TypedText.isAllRead(box)) {
                return;
              }
              RecordChoice.Found found = box.getValue();
              if (found == null) {
                box.setInvalid(true);
                box.setErrorMessage(t("document.links.choose"));
                return;
              }
              dialog.close();
              if (!service.link(document, found.record())) {
                Notices.error(t("document.refused.gone"));
              }
              changed.run();
            });
    save.addThemeVariants(ButtonVariant.PRIMARY);
    dialog.add(box);
    dialog.getFooter().add(new Button(t("shell.cancel"), _ -> dialog.close()), save);
    dialog.open();
  }

  private void remove(DocumentLink link, Runnable changed) {
    UUID change = service.unlink(link);
    changed.run();
    back.offer(t("document.links.removed"), change, changed);
  }
}
