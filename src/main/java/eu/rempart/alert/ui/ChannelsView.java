package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.ui.ChannelNavigation;
import eu.rempart.alert.queue.Address;
import eu.rempart.alert.queue.AddressService;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.field.Keyboard;
import eu.rempart.shell.part.Notices;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** Where whoever looks is reached, in which order, and whether that works. */
@Route(value = AlertNavigation.CHANNELS, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/light.css")
@StyleSheet("styles/alerts.css")
public final class ChannelsView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient AddressService addresses;
  private final Lines own = new Lines(t("alert.channels.own"));
  private final Select<ChannelKind> kind = new Select<>();
  private final TextField address = new TextField(t("alert.channels.address"));

  public ChannelsView(AddressService addresses, CurrentMember member) {
    this.addresses = addresses;
    var page = getContent();
    page.addClassName("light-page");
    page.add(new H1(t("alert.channels.title")), new Paragraph(t("alert.channels.sentence")), own);
    List<ChannelKind> kinds = addresses.channels();
    if (kinds.isEmpty()) {
      page.add(new Paragraph(t("alert.channels.none")));
      if (member.may(Right.MANAGE_SECURITY)) {
        var servers = new Anchor(ChannelNavigation.SERVERS, t("alert.channels.servers"));
        servers.getElement().setAttribute("router-link", true);
        page.add(servers);
      }
    } else {
      page.add(form(kinds));
    }
    show();
  }

  @Override
  public String getPageTitle() {
    return t("alert.channels.title");
  }

  private Div form(List<ChannelKind> kinds) {
    kind.setLabel(t("alert.channels.kind"));
    kind.setItems(kinds);
    kind.setItemLabelGenerator(Words::of);
    kind.setValue(kinds.getFirst());
    kind.addValueChangeListener(_ -> keyboard().of(address));
    keyboard().of(address);
    address.setMaxLength(AddressService.LONGEST);
    address.setManualValidation(true);
    var add = new Button(t("alert.channels.add"), _ -> add());
    add.addThemeVariants(ButtonVariant.PRIMARY);
    var form = new Div(kind, address, add);
    form.addClassNames("light-panel", "alert-row");
    SubmitKeys.press(add, form);
    return form;
  }

  private Keyboard keyboard() {
    return switch (kind.getValue()) {
      case SMS, SMS_HTTP, PAGER -> Keyboard.PHONE;
      case EMAIL -> Keyboard.EMAIL;
      case PAGERDUTY, PUSH -> Keyboard.LINK;
    };
  }

  private void add() {
    try {
      addresses.add(kind.getValue(), address.getValue(), codeTitle(), codeWords());
      address.setInvalid(false);
      address.clear();
      Notices.success(t("alert.channels.added"));
    } catch (IllegalArgumentException e) {
      // its message is the key of a text
      String key = e.getMessage();
      address.setErrorMessage(t(key == null ? "alert.address.wrong" : key));
      address.setInvalid(true);
    }
    show();
  }

  private void show() {
    UI page = UI.getCurrent();
    ComponentUtil.fireEvent(page, new ReachBanner.ChannelsChanged(page));
    own.clear();
    List<Address> all = addresses.own();
    if (all.isEmpty()) {
      own.none(t("alert.channels.empty"));
    }
    for (Address each : all) {
      var words =
          own.add(
              Lines.name(t("alert.channels.line", Words.of(each.kind()), each.value())),
              actions(each, each.equals(all.getFirst())).toArray(Component[]::new));
      words.add(Lines.soft(Words.of(each.proof())));
      if (!each.proof().proven()) {
        words.add(code(each));
      }
    }
  }

  private CodeEntry code(Address each) {
    return new CodeEntry(
        each.value(),
        typed -> addresses.prove(each.id(), typed),
        () -> addresses.sendCode(each.id(), codeTitle(), codeWords()),
        this::show);
  }

  private static String codeTitle() {
    return t("alert.message.code", AddressService.CODE);
  }

  private static String codeWords() {
    return t("alert.message.code.words");
  }

  private Component test(Address each) {
    return Lines.button(
        t("alert.channels.test"),
        t("alert.channels.test.of", each.value()),
        () -> {
          boolean goes =
              addresses.test(each.id(), t("alert.message.test"), t("alert.message.test.words"));
          if (goes) {
            Notices.success(t("alert.channels.testing"));
          } else {
            Notices.info(t("alert.channels.testing.not"));
          }
        });
  }

  private List<Component> actions(Address each, boolean first) {
    List<Component> actions = new ArrayList<>();
    if (each.proof().proven()) {
      actions.add(test(each));
    }
    actions.add(
        Lines.button(
            t("alert.channels.refresh"), t("alert.channels.refresh.of", each.value()), this::show));
    if (!first) {
      actions.add(
          Lines.button(
              t("alert.channels.earlier"),
              t("alert.channels.earlier.of", each.value()),
              () -> {
                addresses.earlier(each.id());
                show();
              }));
    }
    actions.add(
        Lines.button(
            t("alert.channels.remove"),
            t("alert.channels.remove.of", each.value()),
            () -> {
              addresses.remove(each.id());
              show();
            }));
    return actions;
  }
}
