package eu.rempart.account.session;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.place.AddressPlaces;
import eu.rempart.account.place.NewPlaces;
import eu.rempart.db.NoticeListener;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.Vouching;
import eu.rempart.vault.proof.KeylessProof;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sign-ins, of this server and of all, as Spring beans. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  /** Tells this process from others; another one after each start, since keys do not outlive it. */
  private static final UUID SERVER = UUID.randomUUID();

  @Bean(destroyMethod = "close")
  SessionLog sessionLog(SessionRepository repository) {
    return new SessionLog(repository, SERVER);
  }

  @Bean
  Sessions sessions(VaultService vault, SessionLog log) {
    return new Sessions(vault, InstantSource.system(), log);
  }

  @Bean
  AllSessions allSessions(Sessions here, SessionRepository repository) {
    return new AllSessions(here, repository, SERVER);
  }

  @Bean
  SessionPulse sessionPulse(Sessions here, SessionRepository repository, VaultService vault) {
    return new SessionPulse(here, repository, vault, SERVER);
  }

  @Bean
  SignIns signIns(
      Sessions sessions,
      SessionRepository repository,
      Vouching vouching,
      AddressPlaces places,
      NewPlaces news) {
    return new SignIns(sessions, repository, vouching, places, news);
  }

  @Bean
  KeylessProof engineerProof(Sessions sessions, CurrentMember current) {
    return new EngineerProof(sessions, current, InstantSource.system());
  }

  @Bean
  NoticeListener sessionNotices(DataSource database, SessionPulse pulse) {
    return listening(database, pulse);
  }

  static NoticeListener listening(DataSource database, SessionPulse pulse) {
    return new NoticeListener(database, SessionRepository.CHANNEL, pulse::catchUp, pulse::heard);
  }
}
