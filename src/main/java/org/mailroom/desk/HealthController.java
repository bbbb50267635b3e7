package org.mailroom.desk;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /health}: open to everybody, says no more than whether all is well. */
@RestController
public class HealthController {
    private final Health health;

    public HealthController(Health health) {
        this.health = health;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, Object>> health() {
        Health.Report report = health.report();
        return ResponseEntity.status(report.up() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(Map.of(
                        "status",
                        report.up() ? "up" : "down",
                        "routes",
                        report.routes() ? "running" : "starting",
                        "mailbox",
                        report.mailbox()));
    }
}
