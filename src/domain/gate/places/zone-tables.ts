/**
 * Which zones a number or a region may be in. A row names every zone that any part of the code or
 * state lies in: a state is not a zone, and neither is an area code.
 *
 * Numbers: libphonenumber's time-zone data (Apache-2.0, The Libphonenumber Authors).
 */

type Rows = readonly (readonly [zones: string, codes: string])[];

/** North American area codes of the United States and its territories. */
export const US_AREA_CODES: Rows = [
  [
    'America/New_York',
    `201 202 203 207 212 215 216 220 223 227 229 231 234 239 240 248 252 260 267 269 272
     276 283 301 302 304 305 313 315 317 321 324 326 329 330 332 336 339 347 351 352 363
     364 380 386 401 404 407 410 412 413 419 434 440 443 445 448 463 470 472 475 478 484
     502 508 513 516 517 518 540 551 561 567 570 571 582 585 586 603 607 609 610 614 616
     617 631 640 645 646 656 667 678 680 681 686 703 704 706 716 717 718 724 727 728 732
     734 740 743 754 757 762 765 770 771 772 774 781 786 802 803 804 810 813 814 821 826
     828 835 838 839 843 845 848 854 856 857 859 860 862 863 864 865 878 904 908 910 912
     914 917 919 929 930 934 937 941 943 947 948 954 959 973 978 980 984 989`,
  ],
  [
    'America/Chicago',
    `205 210 214 217 218 224 225 228 235 251 254 256 262 274 281 309 312 314 316 318 319
     320 325 327 331 334 337 346 353 361 402 405 409 414 417 430 432 447 464 469 479 501
     504 507 512 515 531 534 539 557 563 572 573 580 601 608 612 615 618 629 630 636 641
     651 659 660 662 682 689 708 712 713 715 726 730 731 737 763 769 773 779 806 815 816
     817 830 832 847 870 872 901 903 913 918 920 931 936 938 940 945 952 956 972 975 979
     985`,
  ],
  [
    'America/Los_Angeles',
    `206 209 213 253 279 310 323 341 350 357 360 369 408 415 424 425 442 458 503 509 510 530
     559 562 564 619 626 628 650 657 661 669 702 707 714 725 738 747 760 805 818 820 831
     840 858 909 916 925 949 951 971`,
  ],
  ['America/Denver', '303 307 385 406 435 505 575 719 720 748 801 915 970 983'],
  ['America/Chicago America/New_York', '219 270 423 574 606 812 850 906'],
  ['America/Phoenix', '480 520 602 623'],
  ['America/Chicago America/Denver', '308 620 785'],
  ['America/Boise America/Denver America/Los_Angeles', '208 775'],
  ['America/Chicago America/Denver America/North_Dakota/Center', '605 701'],
  ['America/Puerto_Rico', '787 939'],
  ['America/St_Thomas', '340'],
  ['America/Denver America/Los_Angeles', '541'],
  ['Pacific/Saipan', '670'],
  ['Pacific/Guam', '671'],
  ['Pacific/Pago_Pago', '684'],
  ['Pacific/Honolulu', '808'],
  ['America/Adak America/Anchorage America/Juneau Pacific/Honolulu', '907'],
  ['America/Denver America/Phoenix', '928'],
  ['America/Boise America/Los_Angeles', '986'],
];

/**
 * Area codes of the North American plan that serve one area together, the elder first: an overlay is
 * wherever its elder is (Administrator of the plan, relief planning; CNAC for Canada).
 */
export const OVERLAYS: readonly string[] = [
  ...['201 551', '202 771', '203 475', '205 659', '206 564', '208 986', '209 350', '210 726'],
  ...['212 332 646 917', '213 323 738', '214 469 972 945', '215 267 445', '217 447', '224 847'],
  ...['234 330', '240 301 227', '248 947', '253 564', '256 938', '270 364', '272 570', '274 920'],
  ...['540 826', '559 357', '279 916', '281 713 832 346 621', '283 513', '303 720 983', '304 681'],
  ...['305 786 645', '309 861', '310 424', '312 872', '313 679', '314 557', '315 680', '317 463'],
  ...['321 407 689', '326 937', '331 630', '336 743', '339 781', '341 510', '347 718 929 917'],
  ...['351 978', '353 608', '360 564', '363 516', '369 707', '380 614', '385 801', '402 531'],
  ...['404 770 678 470 943', '405 572', '408 669', '410 443 667', '412 878', '415 628', '419 567'],
  ...['425 564', '430 903', '436 440', '442 760', '448 850', '457 318', '458 541', '464 708'],
  ...['472 910', '480 602 623', '484 610 835', '503 971', '507 924', '508 774', '512 737'],
  ...['518 838', '539 918', '561 728', '571 703', '573 235', '582 814', '601 769', '609 640'],
  ...['615 629', '617 857', '618 730', '619 858', '716 624', '631 934', '656 813', '657 714'],
  ...['682 817', '686 804', '702 725', '704 980', '706 762', '715 534', '717 223', '724 878'],
  ...['732 848', '740 220', '747 818', '748 970', '754 954', '757 948', '773 872', '779 815'],
  ...['787 939', '803 839', '805 820', '812 930', '816 975', '821 864', '837 530', '840 909'],
  ...[
    '843 854',
    '845 329',
    '860 959',
    '862 973',
    '870 327',
    '423 729',
    '662 471',
    '334 483',
    '904 324',
    '919 984',
  ],
  ...['204 431 584', '226 519 548 382', '250 236 257 604 672 778', '249 705 683'],
  ...['438 514 263', '365 905 289 742', '306 639 474', '343 613 753', '354 450 579'],
  ...['418 581 367 273', '368 403 587 780 825', '416 437 647 942', '506 428', '468 819 873'],
  ...['709 879', '782 902'],
];

/**
 * Beginnings of Mexican national numbers; the longest that fits counts. Chihuahua left mountain time
 * with the law of 2022-10-28 on time zones: the state keeps the time of the centre, its border towns
 * that of Texas or New Mexico.
 */
export const MX_NUMBERS: Rows = [
  ['America/Mexico_City', '2 3 4 5 618 671 674 675 676 677 7 8 9'],
  // What is not listed below is one of the north-western states.
  ['America/Chihuahua America/Hermosillo America/Mazatlan America/Tijuana', '6'],
  ['America/Mazatlan America/Mexico_City', '311 319 323 324 325 327 329 389'],
  ['America/Mazatlan', '612 613 615 624 667 668 669 672 673 687 694 695 696 697 698'],
  ['America/Hermosillo', '622 623 631 632 633 634 637 638 641 642 643 644 645 647 651 653 662'],
  ['America/Chihuahua', '614 621 625 627 628 629 635 639 648 652 659'],
  ['America/Chihuahua America/Mazatlan America/Mexico_City', '649'],
  ['America/Chihuahua America/Ojinaga', '626'],
  ['America/Chihuahua America/Ciudad_Juarez', '636 656 657'],
  ['America/Tijuana', '616 646 658 661 663 664 665 686'],
  ['America/Matamoros America/Monterrey', '862 867 868 872 873 877 878 891 894 897 899'],
  ['America/Cancun', '983 984 987 998'],
  ['America/Merida America/Cancun', '985 997'],
  ['America/Mexico_City America/Tijuana', '200'],
  ['America/Mexico_City America/New_York', '201'],
];

/** States, districts and territories, by their two letters. */
export const US_STATES: Rows = [
  ['America/New_York', 'CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV'],
  ['America/Chicago', 'AL AR IA IL LA MN MO MS OK WI'],
  ['America/Denver', 'CO MT NM UT WY'],
  ['America/Los_Angeles', 'CA WA'],
  ['America/Phoenix America/Denver', 'AZ'],
  ['America/New_York America/Chicago', 'FL IN KY MI TN'],
  ['America/Chicago America/Denver', 'KS ND NE SD TX'],
  ['America/Los_Angeles America/Denver', 'ID NV OR'],
  ['America/Anchorage America/Adak', 'AK'],
  ['Pacific/Honolulu', 'HI'],
  ['America/Puerto_Rico', 'PR'],
  ['America/St_Thomas', 'VI'],
  ['Pacific/Guam', 'GU'],
  ['Pacific/Saipan', 'MP'],
  ['Pacific/Pago_Pago', 'AS'],
];

/** Mexican states, by their ISO 3166-2 letters; border towns keep the clock of the United States. */
export const MX_STATES: Rows = [
  [
    'America/Mexico_City',
    'AGU CHP CMX COL DUR GUA GRO HID JAL MEX MIC MOR OAX PUE QUE SLP TAB TLA VER ZAC',
  ],
  ['America/Merida', 'CAM YUC'],
  ['America/Mazatlan', 'BCS SIN'],
  ['America/Mazatlan America/Mexico_City', 'NAY'],
  ['America/Monterrey America/Matamoros', 'COA NLE TAM'],
  ['America/Chihuahua America/Ciudad_Juarez America/Ojinaga', 'CHH'],
  ['America/Hermosillo', 'SON'],
  ['America/Tijuana', 'BCN'],
  ['America/Cancun', 'ROO'],
];
