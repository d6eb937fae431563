package eu.rempart.vault;

import eu.rempart.common.proof.FreshProof;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.home.HomeFolder;
import eu.rempart.vault.event.SecurityEventWriter;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultContext;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.operating.VaultSettings;
import eu.rempart.vault.password.Stretching;
import eu.rempart.vault.proof.DeviceMarks;
import eu.rempart.vault.proof.KeylessProof;
import eu.rempart.vault.proof.ProofCondition;
import eu.rempart.vault.proof.SessionProof;
import eu.rempart.vault.reach.ReachSeal;
import eu.rempart.vault.second.FactorDemands;
import eu.rempart.vault.second.SecondFactors;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault as Spring beans; its keys lie in {@code HOME/keys}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {

  @Bean(initMethod = "start")
  SecurityEventWriter securityEvents(DSLContext database, ObjectProvider<Clock> clock) {
    return new SecurityEventWriter(database, clock.getIfAvailable(Clock::systemUTC));
  }

  @Bean
  Stretching stretching(VaultSettings settings) {
    return new Stretching(settings.derivations(), settings.patience());
  }

  @Bean
  VaultParts vaultParts(
      DSLContext database,
      PlatformTransactionManager transactions,
      HomeFolder home,
      VaultSettings settings,
      Stretching stretching,
      ObjectProvider<Clock> clock,
      SecurityEvents events,
      ApplicationEventPublisher publisher,
      ObjectProvider<VaultContext> contexts) {
    return VaultParts.assemble(
        database,
        new TransactionTemplate(transactions),
        home,
        settings,
        stretching,
        clock.getIfAvailable(Clock::systemUTC),
        events,
        publisher,
        new CurrentVault(new SignedIn(contexts)));
  }

  /** Asked for every record that is opened: the bean is looked up once. */
  private static final class SignedIn implements Supplier<Optional<VaultHandle>> {

    private final ObjectProvider<VaultContext> contexts;
    private volatile @Nullable VaultContext context;

    SignedIn(ObjectProvider<VaultContext> contexts) {
      this.contexts = contexts;
    }

    @Override
    public Optional<VaultHandle> get() {
      VaultContext known = context;
      if (known == null) {
        known = contexts.getIfAvailable();
        context = known;
      }
      return known == null ? Optional.empty() : known.current();
    }
  }

  @Bean
  VaultService vaultService(VaultParts parts) {
    return new VaultService(parts);
  }

  @Bean
  VaultJoining vaultJoining(VaultParts parts) {
    return new VaultJoining(parts);
  }

  @Bean
  VaultPasskeys vaultPasskeys(VaultParts parts) {
    return new VaultPasskeys(parts);
  }

  @Bean
  SecondFactors secondFactors(VaultParts parts) {
    return parts.seconds();
  }

  @Bean
  FactorDemands factorDemands(VaultParts parts) {
    return parts.demands();
  }

  @Bean
  Sealing sealing(VaultParts parts, VaultService vault) {
    return new CurrentSealing(vault, parts.current());
  }

  @Bean
  FreshProof freshProof(
      VaultParts parts,
      ObjectProvider<KeylessProof> keyless,
      ObjectProvider<ProofCondition> conditions) {
    return new SessionProof(
        handle -> parts.sessions().session(handle).proven(),
        parts.current(),
        parts.clock(),
        () -> {
          KeylessProof engineers = keyless.getIfAvailable();
          return engineers != null && engineers.isFresh();
        },
        conditions.orderedStream().toList());
  }

  @Bean
  Vouching vouching(VaultParts parts) {
    return new Vouching(parts);
  }

  @Bean
  DeviceMarks deviceMarks(VaultParts parts) {
    return new DeviceMarks(parts.pepper()::deviceMark);
  }

  @Bean
  ReachSeal reachSeal(VaultParts parts) {
    return new ReachSeal(parts.pepper()::reachKey);
  }

  @Bean
  VaultSweeper vaultSweeper(VaultService vault, VaultJoining joining, Vouching vouching) {
    return new VaultSweeper(vault, joining, vouching);
  }
}
