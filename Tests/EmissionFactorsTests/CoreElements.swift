/// Element number, total in kgCO2e, unit: Base Carbone® – ADEME V23.6.
enum CoreElements {
  static let text = """
    37133 0.215 kWh PCS
    37132 0.239 kWh PCI
    26627 0.204 kWh PCS
    26621 0.227 kWh PCI
    43576 0.0417 kWh PCI
    14085 0.325 kWh PCI
    14087 3.25 litre
    13558 0.271 kWh PCI
    13556 3.46 kg
    34937 0.0164 kWh PCI
    34938 0.0123 kWh PCI
    34942 0.0113 kWh PCI
    34948 0.0469 kg
    26805 0.0609 kWh
    26745 0.0573 kWh
    26755 0.0558 kWh
    26765 0.0571 kWh
    28332 0.0607 kWh
    28333 0.0599 kWh
    37091 0.0569 kWh
    42513 0.052 kWh
    43273 0.058 kWh
    43642 0.0519 kWh
    34720 0.0439 kWh
    34722 0.0252 kWh
    36417 0.102 kWh
    27228 0.08 kWh
    37089 0.385 kWh
    37090 0.12 kWh
    25763 2.69 litre
    13988 2.69 litre
    25766 1.11 litre
    25775 3.1 litre
    14015 3.16 litre
    27970 0.231 km
    27965 0.239 km
    27966 0.227 km
    28007 0.103 km
    28009 0.147 km
    43739 0.122 passager.km
    27998 0.202 passager.km
    43740 0.0376 passager.km
    43775 0.0851 km
    43779 0.087 km
    43782 0.217 km
    28331 0.011 km
    28329 0.0249 km
    43256 0.00293 passager.km
    43255 0.0277 passager.km
    43272 0.0075 passager.km
    43778 0.00442 passager.km
    43785 0.00421 passager.km
    28150 0.00503 passager.km
    28145 0.00236 passager.km
    28146 0.0296 passager.km
    43745 0.289 passager.km
    43743 0.225 passager.km
    43741 0.185 passager.km
    43747 0.167 passager.km
    43749 0.178 passager.km
    43746 0.159 passager.km
    43744 0.124 passager.km
    43742 0.102 passager.km
    43748 0.0918 passager.km
    43750 0.0979 passager.km
    43643 0.0875 t.km
    43716 0.169 t.km
    43735 0.842 t.km
    43728 0.0102 t.km
    24283 0.132 m³
    24284 0.262 m3
    34654 386 tonne de déchets
    34650 374 tonne de déchets
    34652 412 tonne de déchets
    34480 992 tonne de déchets
    34486 737 tonne de déchets
    34472 639 tonne de déchets
    34492 662 tonne de déchets
    34526 530 tonne de déchets
    34460 873 tonne de déchets
    34666 938 tonne de déchets
    34636 173 tonne de déchets
    34638 140 tonne de déchets
    34620 1995 tonne de déchets
    34622 531 tonne de déchets
    34634 360 tonne de déchets
    34682 87 tonne de déchets
    34680 13 tonne de déchets
    34713 943 tonne de déchets
    34712 844 tonne de déchets
    34714 128 tonne de déchets
    22024 300 tonne
    20682 2.04 repas
    20683 0.51 repas
    20684 0.8 repas
    20685 2.01 repas
    20686 1.35 repas
    20687 6.29 repas
    20688 1.58 repas
    20689 7.26 repas
    41468 27.8 kg de poids net
    41802 10.5 kg de poids net
    41849 6.82 kg de poids net
    41750 3.19 kg de poids net
    41949 6.35 kg de poids net
    41241 0.688 kg de poids net
    40799 1.32 kg de poids net
    40723 6.19 kg de poids net
    40449 0.909 kg de poids net
    40279 0.365 kg de poids net
    40424 0.45 kg de poids net
    40589 0.397 kg de poids net
    39840 10.1 kg de poids net
    24309 0.919 Kg
    24295 2.29 unité
    20587 1.1 livre
    43475 77 keuro (2023) HT
    43445 75 keuro (2023) HT
    43470 102 keuro (2023) HT
    43495 78 keuro (2023) HT
    43545 67 keuro (2023) HT
    43510 136 keuro (2023) HT
    43485 112 keuro (2023) HT
    43450 196 keuro (2023) HT
    43340 245 keuro (2023) HT
    43575 210 keuro (2023) HT
    43525 250 keuro (2023) HT
    43550 41 keuro (2023) HT
    43355 273 keuro (2023) HT
    43360 231 keuro (2023) HT
    43370 357 keuro (2023) HT
    43380 603 keuro (2023) HT
    43420 216 keuro (2023) HT
    20927 215 keuro
    20556 0.367 euro dépensé
    27002 156 unité
    27003 169 unité
    27004 296 unité
    27006 248 unité
    27007 63.2 unité
    27012 32.8 unité
    27026 197 unité
    20591 2935 appareil
    20894 600 appareil
    28313 145 unité
    26958 18.6 unité
    26962 60.1 unité
    20907 1833 tonne
    20738 440 m²
    24302 650 m² SHON
    24301 525 m² SHON
    20731 275 m²
    20905 5500 tonne
    28328 261 unité
    20615 0.004 unité
    20616 0.035 unité
    43791 0.249 km
    43787 0.265 km
    43788 0.24 km
    47255 0.091 kWh
    47978 0.142 kWh
    """
}
