package eu.rempart.alert.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.duty.Duty;
import eu.rempart.alert.duty.DutyFault;
import eu.rempart.alert.duty.Rotation;
import eu.rempart.alert.queue.Reach;
import eu.rempart.vault.reach.ReachSeal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen of duty, and what whoever has no channel is told. */
class DutyViewTest extends WithAlerts {

  @Autowired private ReachSeal seal;

  @Test
  void pairsAreEnteredSwappedAndCalledOff() {
    SignedInMember erik = join(Role.ENGINEER);
    SignedInMember eva = join(Role.ENGINEER);
    admin();
    open("duty", "");
    assertThat(find(Paragraph.class).all())
        .anyMatch(each -> each.getText().contains("first nobody, second nobody"));
    click("New rotation");
    click("Save duty");
    assertThat(people("First of pair 1").isInvalid()).isTrue();
    people("First of pair 1").setValue(admin().memberId());
    people("Second of pair 1").setValue(admin().memberId());
    click("Save duty");
    assertThat(people("Second of pair 1").isInvalid()).isTrue();
    people("Second of pair 1").setValue(erik.memberId());
    click("Save duty");
    assertThat(duty.report().rotations()).hasSize(1);
    assertThat(lines())
        .anyMatch(
            line ->
                line.contains("First Ada Admin, second Max Muster")
                    && line.contains("somebody has no channel"));
    click("Swap");
    people("Who leaves").setValue(erik.memberId());
    people("Who stands in").setValue(eva.memberId());
    click("Save duty");
    assertThat(duty.report().entries()).hasSize(1);
    click("Call off");
    assertThat(duty.report().entries()).isEmpty();
    click("Call off");
    // it was so for a while: who is missing now is missing
    assertThat(duty.report().stretches())
        .hasSize(1)
        .allMatch(stretch -> stretch.faults().equals(Set.of(DutyFault.NOBODY)));
  }

  @Test
  void dutySaysWhetherThePairCanBeReachedAndNotWhere() {
    SignedInMember erik = join(Role.ENGINEER);
    UUID ada = admin().memberId();
    open("duty", "");
    assertThat(find(Paragraph.class).all())
        .anyMatch(each -> each.getText().equals("Nobody is on duty now."));
    duty.rotate(
        new Rotation(
            UUID.randomUUID(),
            Instant.now().minusSeconds(60),
            ZoneOffset.UTC,
            7,
            List.of(new Duty(ada, erik.memberId()))));
    way(erik.memberId(), "SMS", "+33612345678", "REFUSED");
    open("duty", "");
    assertThat(lines())
        .anyMatch(
            line ->
                line.startsWith("Max Muster")
                    && line.contains("no channel works")
                    && line.contains("SMS (SMPP): no server is set up for it"))
        .anyMatch(line -> line.startsWith("Ada Admin") && line.contains("Ada Admin has no channel"))
        .noneMatch(line -> line.contains("612345678"));
    Reach way = duty.report().ways().getOrDefault(erik.memberId(), List.of()).getFirst();
    assertThat(Words.of(new Reach(way.kind(), true, way.proof())))
        .contains("SMS (SMPP): Failed on");
    assertThat(new Reach(way.kind(), true, way.proof()).works()).isFalse();
    sql("DELETE FROM alert_address");
  }

  private void way(UUID member, String channel, String value, String failure) {
    UUID id = UUID.randomUUID();
    sql(
        "INSERT INTO alert_address (id, member_id, channel, position, sealed, proven_at, sent_at,"
            + " failed_at, failure) VALUES (?, ?, ?, 1, ?, now(), now() - interval '1 day', now(),"
            + " ?)",
        id,
        member,
        channel,
        seal.seal(id, member, value),
        failure);
  }

  private Select<UUID> people(String label) {
    return select(label);
  }

  @Test
  void whoHasNoChannelIsToldSo() {
    open("alert-channels", "");
    assertThat(find(Paragraph.class).all())
        .anyMatch(each -> each.getText().contains("You cannot be reached yet"));
    assertThatThrownBy(() -> addresses.add(ChannelKind.EMAIL, " ", "", ""))
        .hasMessage("alert.address.wrong");
    assertThatThrownBy(() -> addresses.add(ChannelKind.EMAIL, "a\nb", "", ""))
        .hasMessage("alert.address.wrong");
  }
}
