package eu.rempart.savedview.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.account.CurrentMember;
import eu.rempart.savedview.SavedViewService;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.view.ViewBars;
import eu.rempart.shell.view.ViewedList;

/** Bars with the views that the member sees. */
@org.springframework.stereotype.Component
class SignedInViewBars implements ViewBars {

  private final SavedViewService views;
  private final WayBack back;
  private final CurrentMember member;

  SignedInViewBars(SavedViewService views, WayBack back, CurrentMember member) {
    this.views = views;
    this.back = back;
    this.member = member;
  }

  @Override
  public Component bar(String kind, ViewedList list) {
    return new ViewBar(kind, list, views, back, member);
  }
}
