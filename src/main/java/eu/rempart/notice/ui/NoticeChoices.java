package eu.rempart.notice.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import eu.rempart.notice.MailPace;
import eu.rempart.notice.NoticeChoice;
import eu.rempart.notice.NoticeKind;
import eu.rempart.notice.NoticeService;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Notices;
import java.util.EnumSet;
import java.util.Set;

/** What a member wants to be told, and how often by mail; kept as it is chosen. */
final class NoticeChoices extends Div {

  private static final long serialVersionUID = 1L;

  private final transient NoticeService service;
  private final CheckboxGroup<NoticeKind> wanted = new CheckboxGroup<>(t("notice.choice.wanted"));
  private final Select<MailPace> mail = new Select<>();

  NoticeChoices(NoticeService service) {
    this.service = service;
    NoticeChoice choice = service.choice();
    Set<NoticeKind> kinds = EnumSet.allOf(NoticeKind.class);
    kinds.removeAll(choice.unwanted());
    wanted.setItems(NoticeKind.values());
    wanted.setItemLabelGenerator(NoticeText::of);
    wanted.setValue(kinds);
    mail.setLabel(t("notice.choice.mail"));
    mail.setItems(MailPace.values());
    mail.setItemLabelGenerator(NoticeText::of);
    mail.setValue(choice.mail());
    wanted.addValueChangeListener(_ -> save());
    mail.addValueChangeListener(_ -> save());
    var hint = new Paragraph(t("notice.choice.mail.hint"));
    hint.addClassName("notice-soft");
    add(new Card(t("notice.choice.title"), wanted, mail, hint));
  }

  private void save() {
    Set<NoticeKind> unwanted = EnumSet.allOf(NoticeKind.class);
    unwanted.removeAll(wanted.getValue());
    service.choose(new NoticeChoice(unwanted, mail.getValue()));
    Notices.success(t("notice.choice.saved"));
  }
}
