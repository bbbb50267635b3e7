package org.mailroom.campaign;

/** In which shape a document is handed in: 盖章扫描件, 电子版, 纸质版. */
public enum Medium {
    SCAN,
    ELECTRONIC,
    PAPER
}
